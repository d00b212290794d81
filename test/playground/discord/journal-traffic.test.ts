import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { DispatchEntry, RequestEntry } from '../../../playground/discord/index.ts';
import { community, login } from './community.ts';

describe('traffic', () => {
  test('every event sent to a bot is listed, as JSON, with the guild it is about', async () => {
    const all = await community();
    await login(all);
    const role = all.guild.createRole({ name: 'Learner' });
    expect(all.discord.dispatches.map(({ event }) => event)).toEqual(['READY', 'GUILD_CREATE', 'GUILD_ROLE_CREATE']);
    const [ready, , created] = all.discord.dispatches;
    expect(ready).toMatchObject({ applicationId: all.bot.id, guildId: undefined, problems: [] });
    expect(created).toMatchObject({ applicationId: all.bot.id, guildId: all.guild.id, problems: [] });
    expect(JSON.parse(created?.data ?? '')).toMatchObject({ guild_id: all.guild.id, role: { id: role.id } });
    expect(created?.at).toBeLessThanOrEqual(all.discord.clock.millis());
    all.discord.assertNoViolations();
  });

  test('whoever listens hears of requests and events until told to stop', async () => {
    const all = await community();
    await login(all);
    const requests: RequestEntry[] = [];
    const dispatches: DispatchEntry[] = [];
    const stops = [
      all.discord.onRequest(entry => requests.push(entry)),
      all.discord.onDispatch(entry => dispatches.push(entry)),
    ];
    await all.rest.get(Routes.guildRoles(all.guild.id));
    all.guild.createRole({ name: 'Learner' });
    for (const stop of stops) stop();
    await all.rest.get(Routes.guildRoles(all.guild.id));
    all.guild.createRole({ name: 'Mentor' });
    expect(requests.map(({ method, route, status }) => ({ method, route, status }))).toEqual([
      { method: 'GET', route: '/guilds/:guild/roles', status: 200 },
    ]);
    expect(dispatches.map(({ event }) => event)).toEqual(['GUILD_ROLE_CREATE']);
  });

  test('only the latest are kept', async () => {
    const all = await community({ keep: { requests: 3 } });
    await login(all);
    for (const name of ['one', 'two', 'three', 'four', 'five']) all.guild.createRole({ name });
    const names = all.discord.dispatches.map(({ data }) => (JSON.parse(data) as { role: { name: string } }).role.name);
    expect(names).toEqual(['three', 'four', 'five']);
  });
});
