import { describe, expect, test } from 'vitest';
import { createClock } from '../../../playground/discord/index.ts';
import { community, login, refusal } from './community.ts';
import { connect } from './gateway-client.ts';

const startLimit = async ({ rest }: Awaited<ReturnType<typeof community>>) =>
  ((await rest.get('/gateway/bot')) as { session_start_limit: object }).session_start_limit;

describe('starting sessions', () => {
  test('GET /gateway/bot counts them, and forgets them after a day', async () => {
    const all = await community({ clock: createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') }) });
    const client = connect(all);
    client.identify();
    await client.take('READY');
    const fresh = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 };
    expect(await startLimit(all)).toEqual({ ...fresh, remaining: 999, reset_after: 86_400_000 });
    all.discord.clock.advance({ hours: 24 });
    expect(await startLimit(all)).toEqual(fresh);
  });

  test('a second one at the same moment is invalid, unless its shard is in another group', async () => {
    const all = await community({ gateway: { concurrency: 2, identifyEvery: 60_000 } });
    const [first, second, third] = [connect(all), connect(all), connect(all)];
    first.identify({ shard: [0, 3] });
    await first.take('READY');
    second.identify({ shard: [2, 3] });
    expect(await second.take(9)).toMatchObject({ d: false });
    third.identify({ shard: [1, 3] });
    await third.take('READY');
    expect(all.discord.gateway.identifies).toBe(2);
  });

  test('more than a day allows ends all sessions and resets the token', async () => {
    const all = await community({ gateway: { sessionStarts: 2, identifyEvery: 0 } });
    const old = all.bot.token;
    const clients = [connect(all), connect(all), connect(all)];
    for (const client of clients.slice(0, 2)) {
      client.identify();
      await client.take('READY');
    }
    clients[2]?.identify();
    expect(await Promise.all(clients.map(({ closed }) => closed))).toEqual([4004, 4004, 4004]);
    expect(all.bot.token).not.toBe(old);
    expect(await refusal(all.rest.get('/users/@me'))).toEqual({ status: 401, code: 0 });
    all.rest.setToken(all.bot.token);
    expect(await startLimit(all)).toMatchObject({ remaining: 2 });
  });

  test('with too many guilds for one shard, sharding is required and recommended', async () => {
    const all = await community({ gateway: { guildsPerShard: 2 } });
    for (const name of ['Second', 'Third'])
      all.discord.invite(all.bot, all.discord.createGuild({ name, owner: 'eve' }), 0n);
    const client = connect(all);
    client.identify();
    expect(await client.closed).toBe(4011);
    expect(await all.rest.get('/gateway/bot')).toMatchObject({ shards: 4 });
  });
});

describe('heartbeats', () => {
  test('a bot that misses them is closed, and its session is over', async () => {
    const all = await community({ gateway: { heartbeatInterval: 20, identifyEvery: 0 } });
    const client = connect(all);
    client.identify();
    const { d: ready } = await client.take('READY');
    expect(await client.closed).toBe(4009);
    const again = connect(all);
    again.send({ op: 6, d: { token: all.bot.token, session_id: ready.session_id, seq: 2 } });
    expect(await again.take(9)).toMatchObject({ d: false });
  });

  test('a bot that sends them stays while silent ones come and go', async () => {
    const all = await community({ gateway: { heartbeatInterval: 200 } });
    const client = await login(all);
    for (let n = 0; n < 3; n += 1) expect(await connect(all).closed).toBe(4009);
    expect(all.discord.gateway).toMatchObject({ connected: 1, identifies: 1, resumes: 0 });
    expect(client.ws.ping).toBeGreaterThanOrEqual(0);
  });
});

describe('mistakes after the beginning', () => {
  const mistakes: readonly [title: string, payloads: readonly object[], code: number][] = [
    ['identifying twice', [{ op: 2, d: { intents: 1, properties: {} } }], 4005],
    ['resuming what is going on', [{ op: 6, d: { session_id: 'x', seq: 1 } }], 4005],
  ];
  test.each(mistakes)('%s closes the connection', async (_, payloads, code) => {
    const all = await community();
    const client = connect(all);
    client.identify();
    await client.take('READY');
    for (const payload of payloads) client.send(payload);
    expect(await client.closed).toBe(code);
  });

  test('asking for members before identifying closes the connection', async () => {
    const client = connect(await community());
    client.send({ op: 8, d: {} });
    expect(await client.closed).toBe(4003);
  });

  test('an opcode that is not modelled is said to be so', async () => {
    const { discord, bot } = await community();
    const client = connect({ discord, bot }, { violating: true });
    client.send({ op: 4, d: { guild_id: '1', channel_id: '2' } });
    expect(await client.closed).toBe(4001);
    expect(discord.violations).toMatchObject([{ kind: 'gateway', where: 'opcode 4' }]);
  });
});
