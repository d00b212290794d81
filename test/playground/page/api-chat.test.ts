/** What the chat asks of the page's server: files, unread marks, menus, threads. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Guild, type LocalDiscord, type Member, startDiscord } from '../../../playground/discord/index.ts';
import { openDoor } from '../../../playground/page/door.ts';
import { type Page, startPage } from '../../../playground/page/server.ts';

let discord: LocalDiscord;
let guild: Guild;
let page: Page;
let ada: Member;
let ben: Member;
const faults: unknown[] = [];

beforeAll(async () => {
  discord = await startDiscord();
  guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  guild.createChannel({ name: 'questions' });
  ada = guild.join({ name: 'ada' });
  ben = guild.join({ name: 'ben' });
  page = startPage({ door: await openDoor(0), discord, guild, onFault: fault => faults.push(fault) });
});

afterAll(async () => {
  await page.close();
  await discord.close();
  expect(faults).toEqual([]);
});

const idOf = (channel: string) => guild.channel(channel).id;

async function post(who: Member, what: string, body: unknown) {
  const response = await fetch(`${page.url}/api/as/${who.id}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function upload(who: Member, name: string, bytes: Uint8Array<ArrayBuffer>, type = 'application/octet-stream') {
  const response = await fetch(`${page.url}/api/as/${who.id}/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: bytes,
  });
  return { status: response.status, body: (await response.json()) as { id?: string; error?: string } };
}

const text = (words: string) => new TextEncoder().encode(words);

describe('files', () => {
  test('one that was sent ahead goes with the message, and only once', async () => {
    const { body } = await upload(ada, 'notes.txt', text('two generals'));
    const say = () => post(ada, 'say', { channel: idOf('general'), text: '', files: [body.id] });
    expect((await say()).status).toBe(200);
    expect(ada.sees().at(-1)?.message?.attachments).toMatchObject([{ filename: 'notes.txt', size: 12 }]);
    expect(await say()).toEqual({ status: 422, body: { error: 'A file got lost on its way. Choose it again.' } });
  });

  test('nobody sends the file of somebody else', async () => {
    const { body } = await upload(ada, 'mine.txt', text('x'));
    expect((await post(ben, 'say', { channel: idOf('general'), text: '', files: [body.id] })).status).toBe(422);
  });

  test('a form of another site can’t send one', async () => {
    expect((await upload(ada, 'a.txt', text('x'), 'text/plain')).status).toBe(415);
  });

  test.each(['', '../../secrets', 'a\\b', 'x'.repeat(261)])('the name "%.20s" is refused', async name => {
    expect((await upload(ada, name, text('x'))).status).toBe(400);
  });

  test('ten megabytes are taken, more are not', async () => {
    const largest = 10 * 1024 * 1024;
    expect((await upload(ada, 'large.bin', new Uint8Array(largest))).status).toBe(200);
    expect(await upload(ada, 'larger.bin', new Uint8Array(largest + 1))).toEqual({
      status: 413,
      body: { error: 'This is too much at once: 10 MiB are the limit.' },
    });
  });
});

describe('unread marks', () => {
  const marksOf = async (who: Member, marks: { since?: string; read?: Record<string, string> }) => {
    const { body } = await post(who, 'unread', { read: {}, ...marks });
    return body as { newest: string; channels: Record<string, { count: number; pings: number }> };
  };

  test('whoever comes for the first time has read everything but what rang for them', async () => {
    const mentor = guild.createRole({ name: 'Mentor', mentionable: true });
    const chidi = guild.join({ name: 'chidi', roles: [mentor] });
    ben.says('anyone?', { in: guild.channel('questions') });
    ben.says(`<@${chidi.id}>!`, { in: guild.channel('questions') });
    ben.says(`<@&${mentor.id}>!`, { in: guild.channel('questions') });
    const { channels, newest } = await marksOf(chidi, {});
    expect(channels[idOf('questions')]).toEqual({ count: 2, pings: 2 });
    expect(channels[idOf('general')]).toEqual({ count: 0, pings: 0 });
    expect(newest).toBe(ben.sees().at(-1)?.message?.id);
  });

  test('after a mark only what came later counts, and never one’s own', async () => {
    const read = ben.says('read', { in: guild.channel('general') }).message?.id ?? '';
    ben.says('not read', { in: guild.channel('general') });
    ada.says('mine', { in: guild.channel('general') });
    const { channels } = await marksOf(ada, { since: read, read: { [idOf('general')]: read } });
    expect(channels[idOf('general')]).toEqual({ count: 1, pings: 0 });
  });
});

describe('threads', () => {
  test('a private one is not there for those outside it', async () => {
    const thread = guild.owner.opensThread({ name: 'Backstage', in: guild.channel('general'), isPrivate: true });
    const stateOf = async (who: Member) =>
      (await (await fetch(`${page.url}/api/as/${who.id}`)).json()) as { threads: { id: string }[] };
    expect((await stateOf(ada)).threads).toEqual([]);
    expect((await stateOf(guild.owner)).threads).toMatchObject([{ id: thread.id, name: 'Backstage', isPrivate: true }]);
    const read = await fetch(`${page.url}/api/as/${ada.id}/channels/${thread.id}`);
    expect(read.status).toBe(404);
    guild.owner.archivesThread(thread);
    expect((await stateOf(ada)).threads).toEqual([]);
    expect((await stateOf(guild.owner)).threads).toMatchObject([{ archived: true }]);
  });
});

describe('menus', () => {
  test('of a member or of a message, not of both', async () => {
    const channel = idOf('general');
    const message = ben.says('hello', { in: guild.channel('general') }).message?.id;
    expect(await post(ada, 'menu', { channel, message })).toEqual({ status: 200, body: { commands: [] } });
    expect((await post(ada, 'menu', { channel, message, user: ben.id })).body.error).toContain(
      'must name either a user or a message',
    );
  });
});

describe('roles', () => {
  test('are given and taken by those above them, and by nobody else', async () => {
    const mentor = guild.createRole({ name: 'Mentor' });
    const organiser = guild.createRole({ name: 'Organiser', permissions: 1n << 28n });
    guild.changeRole(organiser, { position: 2 });
    const body = { member: ben.id, role: mentor.id };
    expect((await post(ada, 'give-role', body)).status).toBe(422);
    ada.gets(organiser);
    expect((await post(ada, 'give-role', body)).status).toBe(200);
    expect(ben.has(mentor)).toBe(true);
    expect(await post(ada, 'give-role', { member: ben.id, role: organiser.id })).toEqual({
      status: 422,
      body: { error: 'The role Organiser is not yours to give: it needs a higher role of your own.' },
    });
    expect((await post(guild.owner, 'take-role', body)).status).toBe(200);
    expect(ben.has(mentor)).toBe(false);
    expect((await post(ada, 'give-role', { member: ben.id, role: ada.id })).status).toBe(404);
  });
});
