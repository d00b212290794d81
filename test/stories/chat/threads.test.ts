/** Threads, forum posts and pins. */
import { expect, test } from 'vitest';
import { composer, newest, overflow } from '../../support/page-parts.ts';
import { eventually } from '../../support/tabs.ts';
import { chatting, quietBot } from './place.ts';

chatting('threads and forums', quietBot, place => {
  const general = () => place.guild.channel('general');

  test('a thread is made from a message, written in, and left by its breadcrumb', async () => {
    const [ada, ben] = [place.guild.join({ name: 'ada' }), place.guild.join({ name: 'ben', displayName: 'Ben' })];
    ben.says('Shall we talk about retries?', { in: general() });
    const tab = await place.visit(ada);
    await newest(tab).click({ button: 'right' });
    await tab.getByRole('menuitem', { name: 'Create thread' }).click();
    const form = tab.getByRole('dialog', { name: 'New thread' });
    await form.getByRole('textbox', { name: 'Name' }).fill('Retries');
    await tab.keyboard.press('Enter');
    await tab.getByRole('combobox', { name: 'Message Retries' }).waitFor();
    await newest(tab).getByText('Shall we talk about retries?').waitFor();
    await composer(tab).fill('Jitter first');
    await tab.keyboard.press('Enter');
    await newest(tab).getByText('Jitter first').waitFor();
    const sidebar = tab.getByRole('navigation', { name: 'Channels' });
    await sidebar.getByRole('list', { name: 'Threads' }).getByRole('button', { name: 'Retries' }).waitFor();
    await tab
      .getByRole('heading', { name: /Retries/ })
      .getByRole('button', { name: 'general' })
      .click();
    await tab.getByRole('button', { name: /Retries 1 message/ }).waitFor();
    expect(place.guild.thread('Retries').thread?.memberIds).toContain(ada.id);
  });

  test('a thread of others is found, joined and left again', async () => {
    const chidi = place.guild.join({ name: 'chidi' });
    const thread = place.guild
      .member('ben')
      .opensThread({ name: 'Back-pressure', in: place.guild.channel('questions') });
    const tab = await place.visit(chidi);
    await tab.getByRole('button', { name: /^questions/ }).click();
    await tab.getByRole('button', { name: 'Threads' }).click();
    await tab
      .getByRole('dialog', { name: 'Threads' })
      .getByRole('button', { name: /Back-pressure/ })
      .click();
    await tab.getByRole('button', { name: 'Join' }).click();
    const listed = tab.getByRole('list', { name: 'Threads' }).getByRole('button', { name: 'Back-pressure' });
    await listed.waitFor();
    await eventually(() => place.guild.thread(thread.id).thread?.memberIds).toContain(chidi.id);
    await tab.getByRole('button', { name: 'Thread', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Leave thread' }).click();
    await tab.getByRole('button', { name: 'Join' }).waitFor();
    expect(place.guild.thread(thread.id).thread?.memberIds).not.toContain(chidi.id);
  });

  test('a locked thread takes no message, and says why; a closed one opens with the next', async () => {
    const dana = place.guild.join({ name: 'dana' });
    const thread = dana.opensThread({ name: 'Old', in: general() });
    const tab = await place.visit(dana);
    await tab.getByRole('button', { name: 'Old' }).first().click();
    await tab.getByRole('button', { name: 'Thread', exact: true }).click();
    await tab.getByRole('menuitem', { name: 'Close thread' }).click();
    await tab.getByPlaceholder('This thread is closed. A message opens it again.').fill('Not yet');
    await tab.keyboard.press('Enter');
    await tab.getByPlaceholder(/^Message Old/).waitFor();
    place.guild.owner.locksThread(thread);
    await tab.getByPlaceholder('This thread is locked.').waitFor();
    expect(await composer(tab).isDisabled()).toBe(true);
  });

  test('a forum lists its posts by tag, and a new post is written in it, at 360 pixels', async () => {
    place.guild.createChannel({
      name: 'study-hall',
      type: 'forum',
      tags: [{ name: 'Laws' }, { name: 'Career' }],
      requireTag: true,
    });
    const forum = place.guild.channel('study-hall');
    const erin = place.guild.join({ name: 'erin' });
    place.guild.member('ben').posts({ in: forum, title: 'Exactly once', text: 'How?', tags: ['Laws'] });
    place.guild.member('ben').posts({ in: forum, title: 'First job', text: 'Where?', tags: ['Career'] });
    const tab = await place.visit(erin, { viewport: { width: 360, height: 740 } });
    await tab.getByRole('button', { name: 'Channels' }).click();
    await tab.getByRole('button', { name: 'study-hall' }).click();
    const posts = tab.getByRole('list', { name: 'Posts' });
    await posts.getByRole('button', { name: /First job/ }).waitFor();
    await tab.getByRole('button', { name: 'Laws', exact: true }).click();
    expect(await posts.getByRole('button').allTextContents()).toEqual([expect.stringContaining('Exactly once')]);
    expect(await overflow(tab)).toBe(0);

    await tab.getByRole('button', { name: 'New post' }).click();
    const form = tab.getByRole('dialog', { name: 'New post in study-hall' });
    await form.getByRole('textbox', { name: 'Title' }).fill('Clocks');
    await form.getByRole('textbox', { name: 'Text' }).fill('Which one is right?');
    await form.getByRole('button', { name: 'Create' }).click();
    await form.getByRole('alert').getByText('need a tag').waitFor();
    await form.getByRole('checkbox', { name: 'Laws' }).check();
    await form.getByRole('button', { name: 'Create' }).click();
    await newest(tab).getByText('Which one is right?').waitFor();
    expect(place.guild.thread('Clocks').thread?.appliedTags).toHaveLength(1);
  });

  test('what is pinned can be looked up, and leads to its place', async () => {
    const fred = place.guild.join({ name: 'fred' });
    const said = place.guild.member('ben').says('The reading list', { in: general() });
    place.guild.owner.pins(said);
    const tab = await place.visit(fred);
    await newest(tab).getByText('pinned a message').waitFor();
    await tab.getByRole('button', { name: 'Pinned messages' }).click();
    const pins = tab.getByRole('dialog', { name: 'Pinned messages' });
    await pins.getByText('The reading list').waitFor();
    await pins.getByRole('button', { name: 'Jump' }).click();
    expect(await tab.evaluate('document.activeElement.textContent')).toContain('The reading list');
  });
});
