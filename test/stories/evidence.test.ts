/** Members show their work: by link, by file, at once or later; and what they hear when it can't be taken. */
import { describe, expect } from 'vitest';
import { organisersChannel } from '../support/organisers-channel.ts';
import { story } from '../support/world.ts';

const lab = 'lab-circuit-breaker';
const link = 'https://github.com/ada/breaker';
const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = { name: 'My breaker.png', bytes: new Uint8Array(Buffer.from(onePixel, 'base64')) };
const labels = ({ buttons }: { buttons: readonly { label: string }[] }) => buttons.map(({ label }) => label);

describe('a link', () => {
  story('Done on a lab opens a form, and with a link the lab is done with its work shown', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/path choose', { path: 'level-beginner' });
    const form = await ada.runs('/progress done', { item: lab });
    expect(form.kind).toBe('modal');
    expect(form.fields.map(({ label, required }) => [label, required])).toEqual([['Link', false]]);
    const done = await ada.submits({ Link: 'github.com/ada/breaker' });
    expect(done).toMatchObject({ kind: 'message', ephemeral: true });
    expect(done.text).toContain('### ✅ Done: Implement circuit breaker for your service');
    expect(done.text).toContain('With your work shown');
    expect(labels(done)).not.toContain('Show your work');
    expect((await ada.runs('/progress done', { item: lab })).text).toContain('Already done');
  });

  story('in the command itself saves the form, for any item', async ({ member }) => {
    const ada = member('ada');
    expect((await ada.runs('/progress done', { item: lab, link })).text).toContain('With your work shown');
    expect((await ada.runs('/progress done', { item: 'law-1', link })).text).toContain('With your work shown');
    expect((await ada.runs('/progress done', { item: 'law-2' })).text).not.toContain('work shown');
  });

  story('that can’t be taken changes nothing, is quoted, and stands in the form again', async ({ member }) => {
    const ada = member('ada');
    const said = await ada.runs('/progress done', { item: lab, link: 'my github' });
    expect(said.text).toContain('That link can’t be taken');
    expect(said.text).toContain('```\nmy github\n```');
    const form = await ada.clicks('Try again', said);
    expect(form.fields[0]).toMatchObject({ label: 'Link', value: 'my github' });
    expect((await ada.submits({ Link: 'https://cdn.discordapp.com/attachments/1/2/a.png' })).text).toContain(
      'stop working after a day',
    );
    expect((await ada.runs('/progress show')).text).toContain('not on a path yet');
    expect((await ada.runs('/progress undo', { item: lab })).text).toContain('is not marked as done');
    await ada.runs('/progress done', { item: lab });
    expect((await ada.submits({ Link: link })).text).toContain('With your work shown');
  });

  story('given for an item that does not exist is given back', async ({ member }) => {
    const said = await member('ada').runs('/progress done', { item: 'circit braker', link });
    expect(said.text).toContain('Did you mean');
    expect(said.text).toContain(link);
  });
});

describe('a file', () => {
  story('goes to the organisers’ channel, where only they see it, whose it is and for what', async world => {
    const { guild, member, discord } = world;
    const organisers = await organisersChannel(world);
    const [ada, ben] = [member('ada'), member('ben')];
    const form = await ada.runs('/progress done', { item: lab });
    expect(form.fields.map(({ label }) => label)).toEqual(['Link', 'Or a file']);
    const done = await ada.submits({ 'Or a file': picture });
    expect(done.text).toContain('With your work shown');

    const [kept, ...others] = guild.owner.reads(organisers);
    expect(others).toEqual([]);
    expect(kept?.text).toContain(`<@${ada.id}> shows their work.`);
    expect(kept?.text).toContain('Implement circuit breaker for your service');
    expect(kept?.pings).toEqual([]);
    expect(JSON.stringify(kept?.components)).toMatch(/"url":"[^"]+\/My_breaker\.png/);
    await discord.idle();
    for (const channel of guild.channels) {
      expect(ben.reads(channel)).toEqual([]);
      expect(ada.reads(channel).filter(({ ephemeral }) => !ephemeral)).toEqual([]);
    }
  });

  story('whose bytes are not what its name says is refused, and nothing is posted or ticked', async world => {
    const organisers = await organisersChannel(world);
    const ada = world.member('ada');
    const file = { name: 'proof.png', bytes: new TextEncoder().encode('MZ this is no picture') };
    const said = await ada.runs('/progress done', { item: lab, file });
    expect(said.text).toContain('That file can’t be taken');
    expect(said.text).toContain('PNG, JPEG, GIF, WebP, PDF, ZIP');
    expect(world.guild.owner.reads(organisers)).toEqual([]);
    expect((await ada.runs('/progress undo', { item: lab })).text).toContain('is not marked as done');
    await ada.clicks('Try again', said);
    expect((await ada.submits({ 'Or a file': picture })).text).toContain('With your work shown');
  });

  story('that is too large or empty is refused with the reason, and can be left out', async world => {
    await organisersChannel(world);
    const ada = world.member('ada');
    const large = { name: 'film.zip', bytes: new Uint8Array(8 * 2 ** 20 + 1) };
    const said = await ada.runs('/progress done', { item: lab, file: large });
    expect(said.text).toContain('That file is too large');
    expect(said.text).toContain('more than 8 MB');
    expect(
      (await ada.runs('/progress done', { item: lab, file: { name: 'a.txt', bytes: new Uint8Array() } })).text,
    ).toContain('That file is empty');
    expect((await ada.clicks('Mark it without', said)).text).toContain('Marked without work shown');
  });

  story('has no place without a private organisers’ channel: only links are taken', async ({ member }) => {
    const ada = member('ada');
    const said = await ada.runs('/progress done', { item: lab, file: picture });
    expect(said.text).toContain('Files can’t be taken here');
    const form = await ada.clicks('Try again', said);
    expect(form.fields.map(({ label }) => label)).toEqual(['Link']);
    expect((await ada.submits({ Link: link })).text).toContain('With your work shown');
  });

  story('is not taken once somebody has opened the organisers’ channel to all', async world => {
    const organisers = await organisersChannel(world);
    const { guild, discord } = world;
    const ada = world.member('ada');
    guild.changeChannel(organisers, { overwrites: [] });
    await discord.idle();
    expect((await ada.runs('/progress done', { item: lab, file: picture })).text).toContain(
      'Files can’t be taken here',
    );
    expect(ada.reads(organisers)).toEqual([]);
  });
});

describe('work shown later', () => {
  story('makes the mark stronger and leaves its date', async ({ discord, member }) => {
    const ada = member('ada');
    await ada.runs('/progress done', { item: lab });
    const marked = await ada.submits({});
    expect(marked.text).toContain(
      'Marked without work shown: **Distributed Systems Foundation** will want a link or a file.',
    );
    const at = Math.floor(discord.clock.now().epochMilliseconds / 1000);
    discord.clock.advance({ days: 3 });
    const form = await ada.clicks('Show your work', marked);
    expect(form.kind).toBe('modal');
    const shown = await ada.submits({ Link: link });
    expect(shown.text).toContain('### 🔗 Work shown: Implement circuit breaker');
    const [, stays] = /You marked it on <t:(\d+):D>; that date stays/.exec(shown.text) ?? [];
    expect(Math.abs(Number(stays) - at)).toBeLessThanOrEqual(5);
  });

  story('and shown anew begins with what was shown before; taken back, it is gone', async ({ member }) => {
    const ada = member('ada');
    await ada.runs('/progress done', { item: lab, link });
    const again = await ada.runs('/progress done', { item: lab, link: 'https://example.org/newer' });
    expect(again.text).toContain('Work shown');
    const undone = await ada.clicks('Undo', again);
    expect(undone.text).toContain('Its link is taken back with it');
    const form = await ada.clicks('Mark as done again', undone);
    expect(form.fields[0]).toMatchObject({ label: 'Link', value: undefined });
  });
});
