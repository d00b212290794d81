import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { createClock } from '../../../playground/discord/index.ts';
import { createRateLimiter } from '../../../playground/discord/rest/rate-limits/rate-limits.ts';
import { done, route } from '../../../playground/discord/rest/route.ts';
import { type Community, community, login } from './community.ts';

const ask = ({ discord, bot }: Community, path: string, init: RequestInit = {}) =>
  fetch(`${discord.url}/v10${path}`, { ...init, headers: { authorization: `Bot ${bot.token}` } });

describe('rate limits', () => {
  test('each answer says how much is left of its bucket', async () => {
    const all = await community();
    const role = all.guild.createRole({ name: 'Learner' });
    const { headers } = await ask(all, Routes.guildMemberRole(all.guild.id, all.ada.id, role.id), { method: 'PUT' });
    expect(headers.get('x-ratelimit-limit')).toBe('10');
    expect(headers.get('x-ratelimit-remaining')).toBe('9');
    expect(Number(headers.get('x-ratelimit-reset-after'))).toBeGreaterThan(0);
    expect(headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{32}$/);
  });

  test('beyond its limit a bucket answers 429 with the time to wait', async () => {
    const all = await community();
    const path = Routes.guildMemberRole(all.guild.id, all.ada.id, all.guild.createRole({ name: 'Learner' }).id);
    for (let n = 0; n < 10; n += 1) await ask(all, path, { method: 'PUT' });
    const answer = await ask(all, path, { method: 'PUT' });
    expect(answer.status).toBe(429);
    expect(answer.headers.get('x-ratelimit-scope')).toBe('user');
    expect(await answer.json()).toMatchObject({ global: false, retry_after: expect.any(Number) });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(all.discord.invalidRequests).toBe(1);
  });

  test('buckets of two guilds do not share', async () => {
    const all = await community();
    const second = all.discord.createGuild({ name: 'Second', owner: 'eve' });
    all.discord.invite(all.bot, second, 0n);
    for (let n = 0; n < 5; n += 1) await ask(all, Routes.guildMember(all.guild.id, all.ada.id));
    const answer = await ask(all, Routes.guildMember(second.id, second.owner.id));
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('4');
  });

  test('more than 50 requests a second are refused globally, answers to interactions are not', async () => {
    const all = await community();
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async () => (await ask(all, Routes.guildRoles(all.guild.id))).status),
    );
    expect(statuses.filter(status => status === 429).length).toBeGreaterThan(0);
    const refused = await ask(all, Routes.guildRoles(all.guild.id));
    expect(refused.headers.get('x-ratelimit-scope')).toBe('global');
    const callback = await ask(all, Routes.interactionCallback('1', 'x'), { method: 'POST', body: '{"type":5}' });
    expect(callback.status).toBe(404);
  });

  test('discord.js waits as told: no request comes early, and all succeed', async () => {
    const all = await community({ strict: { earlyRetries: true } });
    const client = await login(all);
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    all.discord.faults.next({
      route: /messages$/,
      answer: {
        status: 429,
        headers: { 'retry-after': '0.3', 'x-ratelimit-scope': 'user' },
        body: { message: 'You are being rate limited.', retry_after: 0.3, global: false },
      },
    });
    await channel.send('patience');
    expect(all.discord.requests.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
    expect(all.discord.earlyRequests).toBe(0);
    all.discord.assertNoViolations();
  });

  test.each(['user', 'shared', 'global'] as const)('discord.js waits out a 429 of the scope %s', async scope => {
    const all = await community({ strict: { earlyRetries: true } });
    const client = await login(all);
    const channel = client.channels.cache.get(all.general.id);
    if (channel?.isSendable() !== true) throw new Error('the channel is missing');
    all.discord.faults.next({ route: /messages$/, answer: { rateLimited: scope, seconds: 0.3 } });
    await channel.send('patience');
    expect(all.discord.requests.slice(-2).map(({ status }) => status)).toEqual([429, 200]);
    expect(all.discord.earlyRequests).toBe(0);
    all.discord.assertNoViolations();
  });

  test('a limit that all bots share is used up by any of them', () => {
    const limiter = createRateLimiter({ enforce: true, globalPerSecond: 50, onEarly: () => undefined, now: Date.now });
    const shared = route({
      method: 'PUT',
      path: '/channels/:channel/dance',
      limit: { requests: 2, seconds: 60, shared: true },
      run: () => done,
    });
    const ask = (applicationId: string) => limiter.take({ route: shared, params: { channel: '1' }, applicationId });
    expect([ask('1').refusal, ask('2').refusal]).toEqual([undefined, undefined]);
    expect(ask('3').refusal).toMatchObject({ status: 429, headers: { 'x-ratelimit-scope': 'shared' } });
  });

  test('who does not wait is counted, and if wanted that is a violation', async () => {
    const all = await community({ strict: { earlyRetries: true } });
    const body = { message: 'You are being rate limited.', retry_after: 60, global: false };
    const path = Routes.channelMessages(all.general.id);
    all.discord.faults.next({ route: /messages$/, answer: { status: 429, body } });
    await ask(all, path);
    // Requests within a tenth of a second may have been on their way already.
    await expect
      .poll(async () => {
        await ask(all, path);
        return all.discord.earlyRequests;
      })
      .toBeGreaterThan(0);
    expect(all.discord.violations[0]).toMatchObject({ kind: 'early-retry', where: 'GET /channels/:channel/messages' });
  });

  test('switched off, nothing is refused', async () => {
    const all = await community({ rateLimits: false });
    for (let n = 0; n < 60; n += 1) await ask(all, Routes.guildMember(all.guild.id, all.ada.id));
    expect(new Set(all.discord.requests.map(({ status }) => status))).toEqual(new Set([200]));
  });

  test('a channel takes two new names in ten minutes; what does not rename it goes on', async () => {
    const all = await community();
    const patch = (body: object) =>
      fetch(`${all.discord.url}/v10${Routes.channel(all.general.id)}`, {
        method: 'PATCH',
        headers: { authorization: `Bot ${all.bot.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    for (const name of ['one', 'two']) expect((await patch({ name })).status).toBe(200);
    const third = await patch({ name: 'three' });
    expect(third.status).toBe(429);
    expect(third.headers.get('x-ratelimit-remaining')).not.toBe('0');
    expect(((await third.json()) as { retry_after: number }).retry_after).toBeGreaterThan(500);
    expect((await patch({ name: 'two', nsfw: true })).status).toBe(200);
    expect(all.general.name).toBe('two');
  });

  test('after too many invalid requests Cloudflare lets nothing through for an hour', async () => {
    const clock = createClock({ standing: Temporal.Instant.from('2026-03-01T10:00Z') });
    const all = await community({ clock, rateLimits: { invalidPerTenMinutes: 3 } });
    const wrong = () => fetch(`${all.discord.url}/v10${Routes.user()}`, { headers: { authorization: 'Bot wrong' } });
    await wrong();
    await wrong();
    clock.advance({ minutes: 10 });
    await wrong();
    expect((await ask(all, Routes.user())).status).toBe(200);
    await wrong();
    await wrong();
    const banned = await ask(all, Routes.user());
    expect([banned.status, await banned.text()]).toEqual([429, 'error code: 1015']);
    expect(banned.headers.get('retry-after')).toBe('3600');
    expect(banned.headers.has('x-ratelimit-scope')).toBe(false);
    expect(all.discord.bannedUntil).toBe(Date.parse('2026-03-01T11:10Z'));
    clock.advance({ hours: 1 });
    expect(all.discord.bannedUntil).toBeUndefined();
    expect((await ask(all, Routes.user())).status).toBe(200);
    expect(all.discord.invalidRequests).toBe(6);
  });

  test('a bot refused for its permissions counts towards the ban as well', async () => {
    const all = await community({ rateLimits: { invalidPerTenMinutes: 1 } }, 0n);
    await expect(all.rest.post(Routes.guildRoles(all.guild.id), { body: { name: 'x' } })).rejects.toMatchObject({
      status: 403,
    });
    expect((await ask(all, Routes.user())).status).toBe(429);
  });
});
