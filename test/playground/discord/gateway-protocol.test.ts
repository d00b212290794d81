import { describe, expect, test } from 'vitest';
import { type Community, community } from './community.ts';

interface Message {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

/** The next message, of this event if one is named. */
const next = (socket: WebSocket, event?: string) =>
  new Promise<Message>(resolve => {
    socket.addEventListener('message', ({ data }) => {
      const message = JSON.parse(String(data)) as Message;
      if (event === undefined || message.t === event) resolve(message);
    });
  });

describe('the protocol of the gateway', () => {
  const open = async ({ discord }: Community, query = '?v=10&encoding=json') => {
    const url = `${discord.url.replace('http', 'ws').replace('/api', '/gateway/')}${query}`;
    const socket = new WebSocket(url);
    const closed = new Promise<number>(resolve => {
      socket.addEventListener('close', ({ code }) => resolve(code));
    });
    const first = new Promise<{ op: number }>(resolve => {
      socket.addEventListener('message', ({ data }) => resolve(JSON.parse(String(data))), { once: true });
    });
    const sent = (payload: unknown) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
    return { socket, closed, first, sent };
  };

  test('it greets with a heartbeat interval and acknowledges heartbeats', async () => {
    const { socket, first, sent } = await open(await community());
    expect(await first).toMatchObject({ op: 10, d: { heartbeat_interval: 41_250 } });
    const answer = next(socket);
    sent({ op: 1, d: null });
    expect(await answer).toMatchObject({ op: 11 });
    socket.close();
  });

  test('JSON is what it speaks when no encoding is asked for', async () => {
    const { socket, first } = await open(await community(), '?v=10');
    expect(await first).toMatchObject({ op: 10 });
    socket.close();
  });

  const mistakes: readonly [title: string, payload: unknown, code: number][] = [
    ['text that is not JSON', 'hello', 4002],
    ['more than 4096 bytes', { op: 1, d: 'x'.repeat(5000) }, 4002],
    ['an unknown opcode', { op: 99 }, 4001],
    ['a wrong token', { op: 2, d: { token: 'wrong', intents: 1, properties: {} } }, 4004],
    ['a presence before identifying', { op: 3, d: {} }, 4003],
  ];
  test.each(mistakes)('%s closes the connection', async (_, payload, code) => {
    const all = await community();
    const { first, closed, sent } = await open(all);
    await first;
    sent(payload);
    expect(await closed).toBe(code);
  });

  test('unknown intents and impossible shards close the connection', async () => {
    const all = await community();
    const { token } = all.bot;
    const codes = [];
    for (const extra of [{ intents: 1 << 30 }, { intents: 1, shard: [3, 2] }]) {
      const { first, closed, sent } = await open(all);
      await first;
      sent({ op: 2, d: { token, properties: {}, ...extra } });
      codes.push(await closed);
    }
    expect(codes).toEqual([4013, 4010]);
  });

  test('more than 120 messages a minute close the connection', async () => {
    const { first, closed, sent } = await open(await community());
    await first;
    for (let n = 0; n < 121; n += 1) sent({ op: 1, d: null });
    expect(await closed).toBe(4008);
  });

  test('another version than 10 closes the connection', async () => {
    const { closed } = await open(await community(), '?v=9&encoding=json');
    expect(await closed).toBe(4012);
  });

  test('a shard gets its own guilds only', async () => {
    const all = await community();
    const others = Array.from({ length: 3 }, (_, n) => all.discord.createGuild({ name: `Guild ${n}`, owner: 'eve' }));
    for (const other of others) all.discord.invite(all.bot, other, 0n);
    const ids = [all.guild, ...others].map(({ id }) => id);
    const expected = ids.filter(id => (BigInt(id) >> 22n) % 2n === 1n);
    const { socket, first, sent } = await open(all);
    await first;
    const ready = next(socket, 'READY');
    sent({ op: 2, d: { token: all.bot.token, intents: 1, properties: {}, shard: [1, 2] } });
    const { guilds } = (await ready).d as { guilds: { id: string }[] };
    expect(guilds.map(({ id }) => id)).toEqual(expected);
    socket.close();
  });

  test('a resume replays exactly what was missed, then says so', async () => {
    const all = await community();
    const { token } = all.bot;
    const one = await open(all);
    await one.first;
    const created = next(one.socket, 'GUILD_CREATE');
    const ready = next(one.socket, 'READY');
    one.sent({ op: 2, d: { token, intents: 1, properties: {} } });
    const { session_id } = (await ready).d as { session_id: string };
    const { s } = await created;
    for (const name of ['one', 'two']) all.guild.createRole({ name });
    const two = await open(all);
    await two.first;
    const replayed: unknown[] = [];
    two.socket.addEventListener('message', ({ data }) => replayed.push(JSON.parse(String(data)).s));
    const resumed = next(two.socket, 'RESUMED');
    two.sent({ op: 6, d: { token, session_id, seq: s } });
    await resumed;
    expect([s, ...replayed]).toEqual([2, 3, 4, 5]);
    for (const { socket } of [one, two]) socket.close();
  });

  test('a session that lost too much cannot be resumed', async () => {
    const all = await community({ keep: { dispatches: 5 } });
    const { token } = all.bot;
    const one = await open(all);
    await one.first;
    const ready = next(one.socket, 'READY');
    one.sent({ op: 2, d: { token, intents: 1, properties: {} } });
    const { session_id } = (await ready).d as { session_id: string };
    for (let n = 0; n < 20; n += 1) all.guild.createRole({ name: `role ${n}` });
    const two = await open(all);
    await two.first;
    const answer = next(two.socket);
    two.sent({ op: 6, d: { token, session_id, seq: 1 } });
    expect(await answer).toMatchObject({ op: 9, d: false });
    for (const { socket } of [one, two]) socket.close();
  });
});
