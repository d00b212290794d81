/** The page's server, asked as a browser would ask, and as other websites might try to. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
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
  guild.createChannel({ name: 'general', topic: 'Talk' });
  guild.createChannel({
    name: 'backstage',
    overwrites: [{ for: guild.everyone, deny: 1n << 10n }],
  });
  ada = guild.join({ name: 'ada', displayName: 'Ada' });
  ben = guild.join({ name: 'ben' });
  page = startPage({ door: await openDoor(0), discord, guild, onFault: fault => faults.push(fault) });
});

afterAll(async () => {
  await page.close();
  await discord.close();
  expect(faults).toEqual([]);
});

interface Answer {
  readonly error?: string;
  readonly guild?: object;
  readonly personas?: readonly { readonly name: string }[];
  readonly channels?: readonly { readonly name: string }[];
}

const names = (list: readonly { readonly name: string }[] | undefined) => list?.map(({ name }) => name);

async function ask(path: string, body?: unknown) {
  const sending = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(`${page.url}${path}`, body === undefined ? {} : sending);
  return { status: response.status, body: (await response.json()) as Answer };
}

/** With headers, and paths, that fetch would put right. */
function askRaw(path: string, headers: Readonly<Record<string, string>>, method = 'GET', body = ''): Promise<number> {
  return new Promise((resolve, reject) => {
    const asking = request(page.url, { path, headers, method }, response => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** A page as one member, with what it has heard so far. */
async function listen(member: Member) {
  const socket = new WebSocket(`${page.url.replace('http', 'ws')}/live?as=${member.id}`);
  const heard: {
    kind: string;
    state?: { members: { id: string; roleIds: string[] }[] };
    message?: { content: string };
  }[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', data => {
    heard.push(JSON.parse(String(data)));
    for (const look of waiting) look();
  });
  const until = (isIt: (news: (typeof heard)[number]) => boolean) =>
    new Promise<(typeof heard)[number]>(resolve => {
      const look = () => {
        const found = heard.find(isIt);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  await until(({ kind }) => kind === 'state');
  return { heard, until, close: () => socket.terminate() };
}

describe('what a browser is given', () => {
  test('the page itself, which may load nothing from elsewhere', async () => {
    const response = await fetch(page.url);
    expect(await response.text()).toContain('<script type="module" src="/main.js">');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  });

  test('all its stylesheets as one, in the order in which the page names them', async () => {
    const folder = new URL('../../../playground/page/public/', import.meta.url);
    const named = readFileSync(new URL('index.html', folder), 'utf8').matchAll(/"stylesheet" href="\/(.+)"/g);
    const apart = Array.from(named, ([, path = '']) => readFileSync(new URL(path, folder), 'utf8'));
    expect(apart.length).toBeGreaterThan(20);
    expect((await (await fetch(page.url)).text()).match(/"stylesheet" href=".+"/g)).toEqual([
      '"stylesheet" href="/styles.css"',
    ]);
    const together = await fetch(`${page.url}/styles.css`);
    expect(together.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(await together.text()).toBe(apart.join('\n'));
  });

  test('everyone to choose from, newcomers first', async () => {
    const { body } = await ask('/api/start');
    expect(body.guild).toEqual({ id: guild.id, name: 'Learners' });
    expect(names(body.personas)).toEqual(['ada', 'ben', 'olive']);
  });

  test('only the channels this member may see', async () => {
    const seenBy = async ({ id }: Member) => names((await ask(`/api/as/${id}`)).body.channels);
    expect(await seenBy(ada)).toContain('general');
    expect(await seenBy(ada)).not.toContain('backstage');
    expect(await seenBy(guild.owner)).toContain('backstage');
  });

  test('no message of a channel that this member may not see', async () => {
    expect(await ask(`/api/as/${ada.id}/channels/${guild.channel('backstage').id}`)).toEqual({
      status: 404,
      body: { error: 'This channel is not there, or you may not see it.' },
    });
  });
});

describe('what happens while the page is open', () => {
  test('a message is told to everyone who sees its channel', async () => {
    const [first, second] = [await listen(ada), await listen(ben)];
    await ask(`/api/as/${ada.id}/say`, { channel: guild.channel('general').id, text: 'Hello, Ben' });
    const isIt = ({ kind }: { kind: string }) => kind === 'message-created';
    expect((await second.until(isIt)).message?.content).toBe('Hello, Ben');
    expect((await first.until(isIt)).message?.content).toBe('Hello, Ben');
    first.close();
    second.close();
  });

  test('a message in a closed channel is not told to others', async () => {
    const outside = await listen(ada);
    guild.owner.says('secret', { in: guild.channel('backstage') });
    guild.owner.says('public', { in: guild.channel('general') });
    await outside.until(({ message }) => message?.content === 'public');
    expect(outside.heard.filter(({ message }) => message?.content === 'secret')).toEqual([]);
    outside.close();
  });

  test('a role that is granted appears at once', async () => {
    const watching = await listen(ben);
    const role = guild.createRole({ name: 'Climber' });
    ada.gets(role);
    const has = (id: string) => (member: { id: string; roleIds: string[] }) =>
      member.id === id && member.roleIds.includes(role.id);
    const news = await watching.until(({ state }) => state?.members.some(has(ada.id)) ?? false);
    expect(news.kind).toBe('state');
    watching.close();
  });
});

describe('what is refused', () => {
  test.each(['/../server.ts', '/%2e%2e/server.ts', '/panes/../../api.ts', '//etc/passwd', '/nothing.js'])(
    'the path %s leads nowhere',
    async path => {
      expect(await askRaw(path, {})).toBe(404);
    },
  );

  test('a foreign name for this computer', async () => {
    expect(await askRaw('/api/start', { host: 'rebound.example' })).toBe(403);
  });

  test('a request of another site', async () => {
    const headers = { origin: 'http://evil.example', 'content-type': 'application/json' };
    expect(await askRaw(`/api/as/${ada.id}/close-form`, headers, 'POST', '{}')).toBe(403);
  });

  test('a form of another site, whose browser sends no origin', async () => {
    expect(await askRaw(`/api/as/${ada.id}/close-form`, { 'content-type': 'text/plain' }, 'POST', '{}')).toBe(415);
  });

  test('a socket of another site', async () => {
    const socket = new WebSocket(`${page.url.replace('http', 'ws')}/live?as=${ada.id}`, {
      origin: 'http://evil.example',
    });
    const { promise, resolve } = Promise.withResolvers<string>();
    socket.on('error', error => resolve(error.message));
    expect(await promise).toContain('403');
  });

  test('a body without end', async () => {
    const { status } = await ask(`/api/as/${ada.id}/say`, { channel: '1', text: 'x'.repeat(300 * 1024) });
    expect(status).toBe(413);
  });

  test('a message that says nothing, with what was expected', async () => {
    const { status, body } = await ask(`/api/as/${ada.id}/say`, { channel: guild.channel('general').id, text: ' ' });
    expect({ status, ...body }).toEqual({
      status: 400,
      error: 'The request is not understood:\n✖ must not be empty\n  → at text',
    });
  });

  test('being somebody who is not there', async () => {
    expect(await ask('/api/as/12345')).toEqual({
      status: 404,
      body: { error: 'There is no such member in this community. Choose another one.' },
    });
  });
});
