import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
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
});
