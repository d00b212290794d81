import { type APIBan, Events, GatewayIntentBits, Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const banMembers = 1n << 2n;
const manageGuild = 1n << 5n;
const missingPermissions = { status: 403, code: 50013 };
const strict = { answers: true, dispatches: true };
const withBans = () => community({ strict }, usualPermissions | banMembers | manageGuild);
const bans = async ({ rest, guild }: Community, query = '') =>
  ((await rest.get(`${Routes.guildBans(guild.id)}${query}`)) as APIBan[]).map(({ user, reason }) => [
    user.username,
    reason,
  ]);

describe('bans', () => {
  test('discord.js bans, is told of it, and lifts the ban', async () => {
    const all = await withBans();
    const client = await login(all, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildModeration] });
    const told: string[] = [];
    client.on(Events.GuildBanAdd, ({ user }) => told.push(`banned ${user.username}`));
    const unbanned = new Promise<void>(resolve => {
      client.on(Events.GuildBanRemove, ({ user }) => {
        told.push(`unbanned ${user.username}`);
        resolve();
      });
    });
    const guild = client.guilds.cache.get(all.guild.id);
    await guild?.bans.create(all.ada.id, { reason: 'spam' });
    expect(await guild?.bans.fetch(all.ada.id)).toMatchObject({ reason: 'spam' });
    expect(all.guild.members.map(({ name }) => name)).toEqual(['olga', 'Guide']);
    expect(() => all.guild.join(all.ada)).toThrow('ada is banned from Climbers');
    await guild?.bans.remove(all.ada.id);
    await unbanned;
    expect(told).toEqual(['banned ada', 'unbanned ada']);
    expect(all.guild.join(all.ada).name).toBe('ada');
    all.discord.assertNoViolations();
  });

  test('a second ban changes nothing, and lifting one that isn’t there is refused', async () => {
    const all = await withBans();
    const { rest, guild, ada } = all;
    await rest.put(Routes.guildBan(guild.id, ada.id), { body: {}, reason: 'first' });
    await rest.put(Routes.guildBan(guild.id, ada.id), { body: {}, reason: 'second' });
    expect(await bans(all)).toEqual([['ada', 'first']]);
    guild.unban(ada);
    const unknownBan = { status: 404, code: 10026 };
    expect(await refusal(rest.delete(Routes.guildBan(guild.id, ada.id)))).toEqual(unknownBan);
    expect(await refusal(rest.get(Routes.guildBan(guild.id, ada.id)))).toEqual(unknownBan);
    expect(await refusal(rest.put(Routes.guildBan(guild.id, '1'), { body: {} }))).toEqual({ status: 404, code: 10013 });
  });

  test('only who stands above bans, and nobody without the permission sees the bans', async () => {
    const all = await withBans();
    const { rest, guild, ada } = all;
    ada.gets(guild.createRole({ name: 'High', position: 9 }));
    for (const { id } of [ada, guild.owner, guild.member('Guide')])
      expect(await refusal(rest.put(Routes.guildBan(guild.id, id), { body: {} }))).toEqual(missingPermissions);
    const plain = await community({ strict });
    expect(await refusal(bans(plain))).toEqual(missingPermissions);
  });

  test('a ban takes the last messages along, and leaves the older ones', async () => {
    const all = await withBans();
    const { rest, guild, ada, owner, general, discord } = all;
    ada.says('old');
    discord.clock.advance({ hours: 2 });
    ada.says('new');
    await rest.put(Routes.guildBan(guild.id, ada.id), { body: { delete_message_seconds: 3600 } });
    expect(owner.reads(general).map(({ text }) => text)).toEqual(['old']);
  });

  test('bans are listed in pages, by the ids of users', async () => {
    const all = await withBans();
    const users = ['eve', 'mallory', 'trudy'].map(name => all.discord.createUser({ name }));
    for (const user of users) all.guild.ban(user);
    const [, mallory] = users;
    expect(await bans(all, '?limit=1')).toEqual([['eve', null]]);
    expect(await bans(all, `?after=${mallory?.id}`)).toEqual([['trudy', null]]);
    expect(await bans(all, `?before=${mallory?.id}&after=1`)).toEqual([['eve', null]]);
    expect(await refusal(bans(all, '?limit=1001'))).toEqual({ status: 400, code: 50035 });
  });

  test('many are banned at once, and those that cannot be are named', async () => {
    const all = await withBans();
    const { rest, guild, ada, owner } = all;
    const eve = guild.join({ name: 'eve' });
    guild.ban(eve);
    const bulk = (ids: readonly string[]) => rest.post(Routes.guildBulkBan(guild.id), { body: { user_ids: ids } });
    expect(await bulk([ada.id, owner.id, eve.id, '1'])).toEqual({
      banned_users: [ada.id],
      failed_users: [owner.id, eve.id, '1'],
    });
    expect(await refusal(bulk([ada.id, owner.id]))).toEqual({ status: 400, code: 500000 });
    const less = await community({ strict }, usualPermissions | banMembers);
    expect(
      await refusal(less.rest.post(Routes.guildBulkBan(less.guild.id), { body: { user_ids: [less.ada.id] } })),
    ).toEqual(missingPermissions);
    all.discord.assertNoViolations();
  });
});
