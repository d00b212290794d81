/** What members write to each other, by mouse, keyboard and finger. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composer, newest, overflow } from '../../support/page-parts.ts';
import { eventually } from '../../support/tabs.ts';
import { chatting, quietBot } from './place.ts';

/** One red pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const tall = readFileSync(new URL('../../../docs/playground.png', import.meta.url));

chatting('messages of members', quietBot, place => {
  const general = () => place.guild.channel('general');
  /** Whoever the others write to, whichever test comes first. */
  const ben = () =>
    place.guild.members.find(({ name }) => name === 'ben') ?? place.guild.join({ name: 'ben', displayName: 'Ben' });

  test('one is answered, and the answer leads back to it', async () => {
    const ada = place.guild.join({ name: 'ada' });
    ben().says('Who knows the eighth fallacy?', { in: general() });
    const tab = await place.visit(ada);
    await newest(tab).hover();
    await newest(tab).getByRole('button', { name: 'Reply' }).click();
    await tab.getByText('Replying to Ben').waitFor();
    await tab.keyboard.type('The network is homogeneous');
    await tab.keyboard.press('Enter');
    const answer = newest(tab);
    await answer.getByText('The network is homogeneous').waitFor();
    await answer.getByRole('button', { name: /Who knows the eighth/ }).click();
    expect(await tab.evaluate('document.activeElement.textContent')).toContain('Who knows the eighth');
    expect(ben().sees().at(-1)?.pings).toEqual([ben().id]);
  });

  test('a reaction is added by keyboard, seen by others at once, and taken back with a press', async () => {
    const chidi = place.guild.join({ name: 'chidi' });
    ben().says('It works!', { in: general() });
    const [tab, other] = [await place.visit(chidi), await place.visit(ben())];
    await tab.getByRole('log').focus();
    await tab.keyboard.press('ArrowUp');
    await tab.keyboard.press('Shift+F10');
    await tab.keyboard.press('Enter');
    await tab.getByRole('textbox', { name: 'Find an emoji' }).waitFor();
    await tab.keyboard.type('party');
    await tab.keyboard.press('Enter');
    const mine = newest(tab).getByRole('button', { name: '🎉, 1 reaction' });
    await mine.waitFor();
    expect(await mine.getAttribute('aria-pressed')).toBe('true');
    const theirs = newest(other).getByRole('button', { name: '🎉, 1 reaction' });
    await theirs.waitFor();
    expect(await theirs.getAttribute('aria-pressed')).toBe('false');
    await theirs.click();
    await newest(tab).getByRole('button', { name: '🎉, 2 reactions' }).click();
    await newest(other).getByRole('button', { name: '🎉, 1 reaction' }).waitFor();
  });

  test('the arrow up opens the latest of one’s own for a change, and Escape leaves it as it was', async () => {
    const dana = place.guild.join({ name: 'dana' });
    dana.says('Teh end', { in: general() });
    const tab = await place.visit(dana);
    await tab.keyboard.press('ArrowUp');
    const edit = tab.getByRole('textbox', { name: 'Edit message' });
    expect(await edit.inputValue()).toBe('Teh end');
    await tab.keyboard.press('Escape');
    await edit.waitFor({ state: 'detached' });
    await tab.keyboard.press('ArrowUp');
    await edit.fill('The end');
    await tab.keyboard.press('Enter');
    await newest(tab).getByText('(edited)').waitFor();
    expect(await newest(tab).textContent()).toContain('The end');
  });

  test('one of one’s own is deleted only after a question; others’ can’t be', async () => {
    const erin = place.guild.join({ name: 'erin' });
    ben().says('not hers', { in: general() });
    erin.says('a slip', { in: general() });
    const tab = await place.visit(erin);
    await tab.getByRole('article').filter({ hasText: 'not hers' }).click({ button: 'right' });
    await tab.getByRole('menuitem', { name: 'Reply' }).waitFor();
    expect(await tab.getByRole('menuitem', { name: 'Delete message' }).count()).toBe(0);
    await tab.keyboard.press('Escape');
    await newest(tab).click({ button: 'right' });
    await tab.getByRole('menuitem', { name: 'Delete message' }).click();
    await tab.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await tab.getByText('a slip').waitFor({ state: 'detached' });
  });

  test('files are chosen, previewed, sent and shown; one may be left out again', async () => {
    const fred = place.guild.join({ name: 'fred' });
    const tab = await place.visit(fred, { viewport: { width: 360, height: 740 } });
    await tab.locator('.text-form input[type=file]').setInputFiles([
      { name: 'dot.png', mimeType: 'image/png', buffer: picture },
      { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('two generals') },
      { name: 'slip.txt', mimeType: 'text/plain', buffer: Buffer.from('oops') },
    ]);
    await tab.getByRole('button', { name: 'Remove slip.txt' }).click();
    await composer(tab).fill('Both of them');
    expect(await overflow(tab)).toBe(0);
    await composer(tab).press('Enter');
    await newest(tab)
      .getByRole('link', { name: /notes\.txt/ })
      .waitFor();
    await newest(tab).getByRole('img', { name: 'dot.png' }).waitFor();
    const width = `document.querySelector('img[alt="dot.png"]').naturalWidth`;
    await eventually(() => tab.evaluate(width)).toBe(1);
    expect(
      fred
        .sees()
        .at(-1)
        ?.message?.attachments.map(({ filename }) => filename),
    ).toEqual(['dot.png', 'notes.txt']);
  });

  test('whoever begins to type writes a message, wherever the focus was', async () => {
    const tab = await place.visit(place.guild.join({ name: 'kim' }));
    await tab
      .getByRole('navigation')
      .getByRole('button', { name: /^questions/ })
      .focus();
    await tab.keyboard.type('Hello');
    expect(await composer(tab).inputValue()).toBe('Hello');
    await tab.keyboard.press('Enter');
    await newest(tab).getByText('Hello').waitFor();
  });

  test('a picture has its place before it has come, so that the newest message stays in sight', async () => {
    const lou = place.guild.join({ name: 'lou' });
    const tab = await place.visit(lou);
    const arrives = Promise.withResolvers<void>();
    await tab.route(/attachments.*tall\.png/, async route => {
      await arrives.promise;
      await route.continue();
    });
    await tab
      .locator('.text-form input[type=file]')
      .setInputFiles([{ name: 'tall.png', mimeType: 'image/png', buffer: tall }]);
    await composer(tab).press('Enter');
    const image = newest(tab).getByRole('img', { name: 'tall.png' });
    await image.waitFor({ state: 'attached' });
    expect((await image.boundingBox())?.height).toBeGreaterThan(300);
    arrives.resolve();
    await eventually(() => tab.evaluate('document.querySelector(`img[alt="tall.png"]`).naturalHeight')).toBe(800);
    expect(await tab.getByRole('button', { name: 'To the newest' }).isVisible()).toBe(false);
  });

  test('somebody who writes is named until the message is there', async () => {
    const gil = place.guild.join({ name: 'gil' });
    const [tab, other] = [await place.visit(gil), await place.visit(ben())];
    await other.keyboard.type('hm');
    await tab.getByText('Ben is typing…').waitFor();
    await other.keyboard.press('Enter');
    await newest(tab).getByText('hm').waitFor();
    expect(await tab.getByText('is typing…').count()).toBe(0);
  });

  test('members, roles and channels are completed while typing, and sent as mentions', async () => {
    const hana = place.guild.join({ name: 'hana' });
    const { id } = ben();
    const tab = await place.visit(hana);
    await tab.keyboard.type('ask @be');
    await tab.getByRole('option', { name: /Ben/ }).waitFor();
    await tab.keyboard.press('Enter');
    await tab.keyboard.type('in #que');
    await tab.getByRole('option', { name: '#questions' }).waitFor();
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    await newest(tab).getByRole('button', { name: '@Ben' }).waitFor();
    expect(hana.sees().at(-1)?.text).toBe(`ask <@${id}> in <#${place.guild.channel('questions').id}>`);
  });

  test('what somebody is changing survives what happens around it', async () => {
    const ivo = place.guild.join({ name: 'ivo' });
    ivo.says('draft', { in: general() });
    const tab = await place.visit(ivo);
    await tab.keyboard.press('ArrowUp');
    await tab.getByRole('textbox', { name: 'Edit message' }).fill('draft, half-way');
    ivo.gets(place.guild.createRole({ name: 'Editor', color: 0x33aa66 }));
    ben().says('meanwhile', { in: general() });
    await newest(tab).getByText('meanwhile').waitFor();
    await tab.getByRole('complementary', { name: 'Members' }).getByText('Editor').waitFor();
    expect(await tab.getByRole('textbox', { name: 'Edit message' }).inputValue()).toBe('draft, half-way');
    await tab.keyboard.type('!');
    await tab.keyboard.press('Enter');
    await tab.getByText('draft, half-way!').waitFor();
  });

  test('messages of another day stand below a line that names it', async () => {
    const jan = place.guild.join({ name: 'jan' });
    jan.says('today', { in: general() });
    place.discord.clock.advance({ hours: 24 });
    jan.says('tomorrow', { in: general() });
    const tab = await place.visit(jan);
    await newest(tab).getByText('tomorrow').waitFor();
    expect(await tab.locator('.day-line + article').last().textContent()).toContain('tomorrow');
    expect(await tab.locator('.day-line').count()).toBeGreaterThan(1);
  });
});
