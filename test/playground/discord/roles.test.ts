import { Routes } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { type Community, community, login, refusal, usualPermissions } from './community.ts';

const missingPermissions = { status: 403, code: 50013 };
const giveTo = ({ rest, guild, ada }: Community, roleId: string, reason?: string) =>
  rest.put(Routes.guildMemberRole(guild.id, ada.id, roleId), reason === undefined ? {} : { reason });

describe('giving and taking one role', () => {
  test('a role below the bot is given, once and for all, with its reason', async () => {
    const all = await community();
    const { guild, ada, discord } = all;
    const learner = guild.createRole({ name: 'Learner' });
    await giveTo(all, learner.id, 'Finished the path: Grün');
    await giveTo(all, learner.id);
    expect(ada.roles.map(({ name }) => name)).toEqual(['Learner']);
    expect(discord.requests[0]).toMatchObject({
      method: 'PUT',
      route: '/guilds/:guild/members/:member/roles/:role',
      status: 204,
      reason: 'Finished the path: Grün',
    });
  });

  test('a reason of more than 512 characters is refused', async () => {
    const all = await community();
    const learner = all.guild.createRole({ name: 'Learner' });
    expect(await refusal(giveTo(all, learner.id, 'x'.repeat(513)))).toEqual({ status: 400, code: 50035 });
    await giveTo(all, learner.id, 'ü'.repeat(512));
    expect(all.discord.violations).toMatchObject([{ kind: 'limit', path: 'reason' }]);
  });

  test('discord.js gives and takes a role with one request each', async () => {
    const all = await community();
    const client = await login(all);
    const learner = all.guild.createRole({ name: 'Learner' });
    all.ada.gets(all.guild.createRole({ name: 'Friend' }));
    const member = await client.guilds.cache.get(all.guild.id)?.members.fetch(all.ada.id);
    await member?.roles.add(learner.id);
    expect(all.ada.roles.map(({ name }) => name).sort()).toEqual(['Friend', 'Learner']);
    await member?.roles.remove(learner.id);
    expect(all.ada.roles.map(({ name }) => name)).toEqual(['Friend']);
    expect(all.discord.requests.filter(({ method }) => method === 'PATCH')).toEqual([]);
  });

  test('a role at or above the bot is refused', async () => {
    const all = await community();
    const { guild, ada } = all;
    const learner = guild.createRole({ name: 'Learner' });
    guild.changeRole(learner, { position: guild.role('Guide').position + 1 });
    expect(guild.roles.map(({ name }) => name)).toEqual(['Learner', 'Guide', '@everyone']);
    expect(await refusal(giveTo(all, learner.id))).toEqual(missingPermissions);
    guild.changeRole(learner, { position: 1 });
    await giveTo(all, learner.id);
    expect(ada.has('Learner')).toBe(true);
  });

  test('without Manage Roles nothing is given', async () => {
    const all = await community({}, 0n);
    expect(await refusal(giveTo(all, all.guild.createRole({ name: 'Learner' }).id))).toEqual(missingPermissions);
  });

  test('administrators obey the hierarchy too', async () => {
    const all = await community({}, 8n);
    const learner = all.guild.createRole({ name: 'Learner', position: 2 });
    expect(await refusal(giveTo(all, learner.id))).toEqual(missingPermissions);
  });

  test('its own highest role is not below the bot', async () => {
    const all = await community();
    const staff = all.guild.createRole({ name: 'Staff', position: 9 });
    all.guild.member('Guide').gets(staff);
    expect(await refusal(giveTo(all, staff.id))).toEqual(missingPermissions);
  });

  test('only the owner of a guild stands above its order', async () => {
    const { discord, bot, rest } = await community();
    const own = discord.createGuild({ name: 'Own', owner: { id: bot.botUserId, name: bot.name } });
    const high = own.createRole({ name: 'High', position: 9 });
    const eve = own.join({ name: 'eve' });
    await rest.put(Routes.guildMemberRole(own.id, eve.id, high.id));
    expect(eve.has('High')).toBe(true);
  });

  test('managed roles and @everyone are nobody’s to give', async () => {
    const all = await community();
    const booster = all.guild.createRole({ name: 'Booster', managed: true });
    const invalidRole = { status: 400, code: 50028 };
    expect(await refusal(giveTo(all, booster.id))).toEqual(invalidRole);
    expect(await refusal(giveTo(all, all.guild.id))).toEqual(invalidRole);
  });

  test('who or what is gone is named by its own code', async () => {
    const all = await community();
    const { rest, guild, ada, discord } = all;
    const learner = guild.createRole({ name: 'Learner' });
    ada.leaves();
    expect(await refusal(giveTo(all, learner.id))).toEqual({ status: 404, code: 10007 });
    guild.deleteRole(learner);
    const olga = Routes.guildMemberRole(guild.id, guild.owner.id, learner.id);
    expect(await refusal(rest.put(olga))).toEqual({ status: 404, code: 10011 });
    discord.expel(all.bot, guild);
    expect(await refusal(rest.put(olga))).toEqual({ status: 404, code: 10004 });
  });
});

describe('managing roles', () => {
  test('a new role stands just above @everyone and lifts the others', async () => {
    const { rest, guild } = await community();
    await rest.post(Routes.guildRoles(guild.id), { body: { name: 'First' } });
    await rest.post(Routes.guildRoles(guild.id), {
      body: { name: 'Second', permissions: '1024', colors: { primary_color: 255 } },
    });
    expect(guild.roles.map(({ name, position }) => [name, position])).toEqual([
      ['Guide', 3],
      ['First', 2],
      ['Second', 1],
      ['@everyone', 0],
    ]);
    expect(guild.role('Second')).toMatchObject({ permissions: 1024n, color: 255 });
  });

  test('nobody gives away a permission they lack', async () => {
    const { rest, guild } = await community();
    const body = { name: 'Admin', permissions: '8' };
    expect(await refusal(rest.post(Routes.guildRoles(guild.id), { body }))).toEqual(missingPermissions);
  });

  test('the 251st role is refused with 30005', async () => {
    const { rest, guild } = await community();
    while (guild.roles.length < 250) guild.createRole({ name: `role ${guild.roles.length}` });
    expect(await refusal(rest.post(Routes.guildRoles(guild.id), { body: {} }))).toEqual({ status: 400, code: 30005 });
  });

  test('roles are changed, moved and deleted below the bot only', async () => {
    const { rest, guild } = await community();
    const low = guild.createRole({ name: 'Low' });
    const high = guild.createRole({ name: 'High', position: 9 });
    await rest.patch(Routes.guildRole(guild.id, low.id), { body: { name: 'Lower' } });
    expect(low.name).toBe('Lower');
    expect(await refusal(rest.patch(Routes.guildRole(guild.id, high.id), { body: { name: 'x' } }))).toEqual(
      missingPermissions,
    );
    const above = rest.patch(Routes.guildRoles(guild.id), { body: [{ id: low.id, position: high.position }] });
    expect(await refusal(above)).toEqual(missingPermissions);
    await rest.delete(Routes.guildRole(guild.id, low.id));
    expect(guild.roles.map(({ name }) => name)).toEqual(['High', 'Guide', '@everyone']);
  });

  test('replacing a member’s roles takes away what others gave meanwhile, as on the real thing', async () => {
    const { rest, guild, ada, discord } = await community();
    const learner = guild.createRole({ name: 'Learner' });
    const friend = guild.createRole({ name: 'Friend' });
    ada.gets(friend);
    await rest.patch(Routes.guildMember(guild.id, ada.id), { body: { roles: [learner.id] } });
    expect(ada.roles.map(({ name }) => name)).toEqual(['Learner']);
    expect(discord.requests.map(({ method, route }) => `${method} ${route}`)).toEqual([
      'PATCH /guilds/:guild/members/:member',
    ]);
  });

  test('one role can be fetched, one that is gone cannot', async () => {
    const { discord, rest, guild } = await community();
    const learner = guild.createRole({ name: 'Learner' });
    expect(await rest.get(Routes.guildRole(guild.id, learner.id))).toMatchObject({ id: learner.id, name: 'Learner' });
    expect(await refusal(rest.get(Routes.guildRole(guild.id, '1')))).toEqual({ status: 404, code: 10011 });
    discord.assertNoViolations();
  });

  test('members are counted per role', async () => {
    const { rest, guild, ada, owner } = await community();
    const learner = guild.createRole({ name: 'Learner' });
    for (const member of [ada, owner]) member.gets(learner);
    const counts = (await rest.get(`/guilds/${guild.id}/roles/member-counts`)) as Record<string, number>;
    expect(counts).toEqual({ [learner.id]: 2, [guild.role('Guide').id]: 1 });
  });

  test('the bot may do what its own role says', async () => {
    const { guild } = await community();
    expect(guild.permissionsOf(guild.member('Guide')) & usualPermissions).toBe(usualPermissions);
    expect(guild.role('Guide').managed).toBe(true);
  });
});
