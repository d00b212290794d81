import { Routes, SnowflakeUtil } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../../playground/discord/index.ts';
import { type Community, community, login } from './community.ts';

const role = ({ guild, ada }: Community, id: string) => Routes.guildMemberRole(guild.id, ada.id, id);

describe('faults on demand', () => {
  test('an answer of another status has no effect', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.discord.faults.next({ route: /roles/, method: 'PUT', answer: { status: 500 } });
    await expect(all.rest.put(role(all, learner.id))).rejects.toMatchObject({ status: 500 });
    expect(all.ada.roles).toEqual([]);
    await all.rest.put(role(all, learner.id));
    expect(all.ada.roles).toHaveLength(1);
  });

  test('after the effect, the answer can be lost with its connection', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.discord.faults.next({ route: /roles/, answer: 'drop-after-effect' });
    await expect(all.rest.put(role(all, learner.id))).rejects.toThrow();
    expect(all.ada.has('Learner')).toBe(true);
  });

  test('after the effect, the answer can be an error: a client that repeats does it twice', async () => {
    const all = await community();
    const client = await login(all);
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    all.discord.faults.next({ route: /messages$/, answer: { status: 502, afterEffect: true }, times: 2 });
    await channel.send('once?');
    expect(all.ada.reads(all.general).map(({ text }) => text)).toEqual(['once?', 'once?', 'once?']);
  });

  test('with enforced nonces the same repetition does it once', async () => {
    const all = await community();
    const client = await login(all, { enforceNonce: true });
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    all.discord.faults.next({ route: /messages$/, answer: { status: 502, afterEffect: true }, times: 2 });
    await channel.send('once');
    expect(all.ada.reads(all.general).map(({ text }) => text)).toEqual(['once']);
    all.discord.assertNoViolations();
  });

  test('a request can hang: nothing happens and nobody answers', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.discord.faults.next({ route: /roles/, answer: 'hang' });
    const hanging = all.discord.nextRequest(({ status }) => status === 0);
    const abort = new AbortController();
    const putting = all.rest.put(role(all, learner.id), { signal: abort.signal });
    await hanging;
    await all.discord.idle();
    abort.abort();
    await expect(putting).rejects.toThrow('aborted');
    expect(all.ada.roles).toEqual([]);
    expect(all.discord.faults.waiting).toEqual([]);
  });

  test('a fault waits for its own route', async () => {
    const all = await community();
    all.discord.faults.next({ route: /channels/, answer: { status: 500 } });
    await all.rest.get(Routes.guildRoles(all.guild.id));
    expect(all.discord.faults.waiting).toHaveLength(1);
    all.discord.faults.clear();
    expect(all.discord.faults.waiting).toEqual([]);
  });
});

const ask = ({ discord, bot }: Community, path: string, init: RequestInit = {}) =>
  fetch(`${discord.url}/v10${path}`, { ...init, headers: { authorization: `Bot ${bot.token}` } });

describe('what wrong answers look like', () => {
  test('500 is JSON, 502 is a page of Cloudflare’s, 503 a line from inside', async () => {
    const all = await community();
    for (const status of [500, 502, 503]) all.discord.faults.next({ route: /./, answer: { status } });
    const internal = await ask(all, Routes.user());
    expect(await internal.json()).toEqual({ message: '500: Internal Server Error', code: 0 });
    const gateway = await ask(all, Routes.user());
    expect(gateway.headers.get('content-type')).toContain('text/html');
    expect(await gateway.text()).toContain('502: Bad gateway');
    const unavailable = await ask(all, Routes.user());
    expect(unavailable.headers.get('content-type')).toContain('text/plain');
    expect(await unavailable.text()).toContain('upstream connect error');
  });

  test('429 for the bot alone names its bucket, empty', async () => {
    const all = await community();
    all.discord.faults.next({ route: /messages$/, answer: { rateLimited: 'user', seconds: 1.5 } });
    const answer = await ask(all, Routes.channelMessages(all.general.id));
    expect(answer.status).toBe(429);
    expect(await answer.json()).toEqual({ message: 'You are being rate limited.', retry_after: 1.5, global: false });
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(answer.headers.get('x-ratelimit-scope')).toBe('user');
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(answer.headers.get('x-ratelimit-reset-after'))).toBeCloseTo(1.5, 1);
    expect(answer.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.headers.has('x-ratelimit-global')).toBe(false);
    expect((await ask(all, Routes.channelMessages(all.general.id))).status).toBe(429);
    expect((await ask(all, Routes.guildRoles(all.guild.id))).status).toBe(200);
  });

  test('429 for everybody on a resource is not counted as an invalid request', async () => {
    const all = await community();
    all.discord.faults.next({ route: /messages$/, answer: { rateLimited: 'shared', seconds: 60 } });
    for (let n = 0; n < 2; n += 1) {
      const answer = await ask(all, Routes.channelMessages(all.general.id));
      expect([answer.status, answer.headers.get('x-ratelimit-scope')]).toEqual([429, 'shared']);
    }
    expect(all.discord.invalidRequests).toBe(0);
  });

  test('429 for all routes spares only answers to interactions', async () => {
    const all = await community();
    all.discord.faults.next({ route: /messages$/, answer: { rateLimited: 'global', seconds: 60 } });
    const answer = await ask(all, Routes.channelMessages(all.general.id));
    expect(await answer.json()).toMatchObject({ retry_after: 60, global: true });
    expect(answer.headers.get('x-ratelimit-global')).toBe('true');
    expect(answer.headers.get('x-ratelimit-scope')).toBe('global');
    expect((await ask(all, Routes.guildRoles(all.guild.id))).status).toBe(429);
    const callback = await ask(all, Routes.interactionCallback('1', 'x'), { method: 'POST', body: '{"type":5}' });
    expect(callback.status).toBe(404);
  });

  test('a refused connection leaves nothing behind', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    all.discord.faults.next({ route: /roles/, answer: 'refuse' });
    await expect(ask(all, role(all, learner.id), { method: 'PUT' })).rejects.toThrow();
    expect(all.ada.roles).toEqual([]);
  });
});

describe('slow answers', () => {
  test('a held answer waits for its release, its effect does not', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    const held = all.discord.faults.hold({ route: /roles/, method: 'PUT' });
    let answered = false;
    const putting = all.rest.put(role(all, learner.id)).then(() => {
      answered = true;
    });
    await held.reached;
    await all.discord.idle();
    expect(all.ada.has('Learner')).toBe(true);
    expect(answered).toBe(false);
    held.release();
    await putting;
    expect(all.discord.requests.map(({ status }) => status)).toEqual([204]);
  });

  test('a late answer comes after the time it was told', async () => {
    const all = await community();
    all.discord.faults.next({ route: /users/, answer: { delay: 30 } });
    const answered = all.discord.nextRequest(({ route }) => route === '/users/@me');
    await all.rest.get(Routes.user());
    expect((await answered).millis).toBeGreaterThanOrEqual(25);
  });
});

describe('random faults', () => {
  /** What becomes of forty requests. */
  const fates = async (seed: number) => {
    const all = await community({ rateLimits: false });
    all.discord.faults.random({ seed, rate: 0.5, kinds: ['server-error', 'bad-gateway', 'refused'], route: /roles/ });
    const statuses: (number | string)[] = [];
    for (let n = 0; n < 40; n += 1)
      statuses.push(
        await ask(all, Routes.guildRoles(all.guild.id)).then(
          ({ status }) => status,
          () => 'refused',
        ),
      );
    return { all, statuses };
  };

  test('the same seed gives the same fates, another seed others', async () => {
    const [first, again, other] = [await fates(1), await fates(1), await fates(2)];
    expect(again.statuses).toEqual(first.statuses);
    expect(other.statuses).not.toEqual(first.statuses);
    expect(new Set(first.statuses)).toEqual(new Set([200, 500, 502, 'refused']));
  });

  test('other routes are spared, and scripted faults come first', async () => {
    const { all } = await fates(1);
    expect((await ask(all, Routes.user())).status).toBe(200);
    all.discord.faults.random({ seed: 1, rate: 1, kinds: ['server-error'] });
    all.discord.faults.next({ route: /users/, answer: { status: 418, body: 'tea' } });
    expect((await ask(all, Routes.user())).status).toBe(418);
    expect((await ask(all, Routes.user())).status).toBe(500);
    all.discord.faults.clear();
    expect((await ask(all, Routes.user())).status).toBe(200);
  });

  test('every kind happens, and discord.js gets through all of them', async () => {
    const all = await community({ strict: { earlyRetries: true } });
    const client = await login(all, { enforceNonce: true });
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    all.discord.faults.random({ seed: 7, rate: 0.4, route: /messages$/ });
    for (const text of ['one', 'two', 'three']) await channel.send(text);
    all.discord.faults.clear();
    expect(all.ada.reads(all.general).map(({ text }) => text)).toEqual(['one', 'two', 'three']);
    all.discord.assertNoViolations();
  });
});

describe('Discord is down', () => {
  test('every request gets 503, the gateway hangs up, and the bot comes back with it', async () => {
    const all = await community();
    const client = await login(all);
    all.discord.faults.outage(true);
    expect(all.discord.faults.down).toBe(true);
    expect((await ask(all, Routes.user())).status).toBe(503);
    expect((await ask(all, '/no/such/route')).status).toBe(503);
    await expect.poll(() => all.discord.gateway.connected).toBe(0);
    all.discord.faults.outage(false);
    const created = new Promise(resolve => client.once('roleCreate', resolve));
    await expect.poll(() => all.discord.gateway.connected, { timeout: 20_000 }).toBe(1);
    all.guild.createRole({ name: 'Learner' });
    expect(await created).toMatchObject({ name: 'Learner' });
    all.discord.assertNoViolations();
  });
});

describe('clock skew', () => {
  test('Discord’s ids, timestamps and Date header run ahead of the clock', async () => {
    const all = await community({ clock: createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') }) });
    all.discord.faults.skew({ seconds: 90 });
    const answer = await ask(all, Routes.channelMessages(all.general.id));
    expect(answer.headers.get('date')).toBe('Sun, 01 Mar 2026 10:01:30 GMT');
    all.ada.says('hello', { in: all.general });
    const [message] = (await all.rest.get(Routes.channelMessages(all.general.id))) as {
      id: string;
      timestamp: string;
    }[];
    expect(Date.parse(message?.timestamp ?? '')).toBe(Date.parse('2026-03-01T10:01:30Z'));
    expect(SnowflakeUtil.timestampFrom(message?.id ?? '')).toBe(Date.parse('2026-03-01T10:01:30Z'));
    all.discord.faults.clear();
    expect((await ask(all, Routes.user())).headers.get('date')).toBe('Sun, 01 Mar 2026 10:00:00 GMT');
  });
});
