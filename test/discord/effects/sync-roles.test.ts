import { Events, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { findBinding } from '../../../src/store/bindings.ts';
import { aServer, title } from './a-server.ts';

const givesRole = 'PUT /guilds/:guild/members/:member/roles/:role';
const refusal = (code: number, message: string) => ({ status: 403, body: { code, message } });

describe('what the bot may not do', () => {
  test('a role dragged above its own is refused before any request, by name; dragged back it is given', async () => {
    const { guild, client, attempt, grantTo, hears, asked } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(grantTo(ada));
    const role = guild.role(title);
    const own = guild.role('Cairn');
    const mayGive = () => client.guilds.cache.get(guild.id)?.roles.cache.get(role.id)?.editable ?? false;
    await hears(
      Events.GuildRoleUpdate,
      () => guild.changeRole(role, { position: own.position + 1 }),
      () => !mayGive(),
    );
    const before = asked().length;
    expect(await attempt(grantTo(ben))).toEqual({
      kind: 'blocked',
      problem: { kind: 'role-too-high', roleId: role.id, botRoleId: own.id },
    });
    expect(asked()).toHaveLength(before);

    await hears(Events.GuildRoleUpdate, () => guild.changeRole(role, { position: 1 }), mayGive);
    expect(await attempt(grantTo(ben), 2)).toEqual({ kind: 'delivered' });
    expect(ben.has(title)).toBe(true);
  });

  test('without Manage Roles nothing is asked of Discord', async () => {
    const { guild, attempt, grantTo, asked } = await aServer({ permissions: PermissionFlagsBits.ViewChannel });
    expect(await attempt(grantTo(guild.join({ name: 'ada' })))).toEqual({
      kind: 'blocked',
      problem: { kind: 'permission-missing', permission: 'ManageRoles' },
    });
    expect(asked()).toEqual([]);
  });

  test('a role that was given power meanwhile is not passed on', async () => {
    const { guild, attempt, grantTo, hears } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(grantTo(ada));
    const role = guild.role(title);
    await hears(Events.GuildRoleUpdate, () =>
      guild.changeRole(role, { permissions: PermissionFlagsBits.ManageMessages }),
    );
    expect(await attempt(grantTo(ben))).toEqual({
      kind: 'blocked',
      problem: { kind: 'role-unsafe', roleId: role.id, why: 'elevated' },
    });
  });

  test('a refusal that nothing explains costs two requests, however many members wait', async () => {
    const { guild, discord, attempt, grantTo } = await aServer();
    await attempt(grantTo(guild.join({ name: 'ada' })));
    const role = guild.role(title);
    discord.faults.next({
      route: /members\/:member\/roles/,
      method: 'PUT',
      answer: refusal(50013, 'Missing Permissions'),
      times: 50,
    });
    const members = Array.from({ length: 20 }, (_, index) => guild.join({ name: `m${index}` }));
    const results = await Promise.all(members.map(member => attempt(grantTo(member))));
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['blocked']));
    expect(results[0]).toMatchObject({ problem: { kind: 'role-too-high', roleId: role.id } });
    expect(discord.invalidRequests).toBe(2);
  });

  test('a permission that was back before Discord was asked why is no reason to tell anybody', async () => {
    const { guild, discord, attempt, grantTo } = await aServer();
    const ada = guild.join({ name: 'ada' });
    discord.faults.next({
      route: /members\/:member\/roles/,
      method: 'PUT',
      answer: refusal(50013, 'Missing Permissions'),
    });
    expect(await attempt(grantTo(ada))).toEqual({ kind: 'delivered' });
    expect(ada.has(title)).toBe(true);
  });

  test('events in the wrong order leave a cache that says no: the next attempt asks Discord', async () => {
    const { guild, discord, client, attempt, grantTo, hears } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(grantTo(ada));
    const own = guild.role('Cairn');
    const { permissions } = own;
    const mayManage = () => client.guilds.cache.get(guild.id)?.members.me?.permissions.has('ManageRoles') ?? false;
    discord.gateway.disturb({ seed: 1, delay: 1 });
    guild.changeRole(own, { permissions: 0n });
    discord.gateway.disturb();
    await hears(
      Events.GuildRoleUpdate,
      () => guild.changeRole(own, { permissions }),
      () => !mayManage(),
    );
    const problem = { kind: 'permission-missing', permission: 'ManageRoles' };
    expect(await attempt(grantTo(ben))).toEqual({ kind: 'blocked', problem });
    discord.clock.advance({ seconds: 16 });
    expect(await attempt(grantTo(ben), 2)).toEqual({ kind: 'delivered' });
    expect(ben.has(title)).toBe(true);
  });

  test('two-factor authentication asked of the owner is named', async () => {
    const { guild, discord, attempt, grantTo } = await aServer();
    discord.faults.next({
      route: /^\/guilds\/:guild\/roles$/,
      method: 'POST',
      answer: refusal(60003, 'Two factor is required'),
    });
    expect(await attempt(grantTo(guild.join({ name: 'ada' })))).toEqual({
      kind: 'blocked',
      problem: { kind: 'two-factor' },
    });
  });

  test('a server full of roles is named, and nothing half-made stays behind', async () => {
    const { guild, db, attempt, grantTo, hears } = await aServer({
      prepare: full => {
        while (full.roles.length < 250) full.createRole({ name: `role ${full.roles.length}` });
      },
    });
    const ada = guild.join({ name: 'ada' });
    expect(await attempt(grantTo(ada))).toEqual({ kind: 'blocked', problem: { kind: 'role-limit' } });
    expect(await findBinding(db, guild.id, 'role:leader')).toBeUndefined();
    await hears(Events.GuildRoleDelete, () => guild.deleteRole(guild.role('role 249')));
    expect(await attempt(grantTo(ada), 2)).toEqual({ kind: 'delivered' });
  });

  test('nor does anything when Discord says so first', async () => {
    const { guild, discord, db, attempt, grantTo } = await aServer();
    const full = { status: 400, body: { code: 30005, message: 'Maximum number of server roles reached (250)' } };
    discord.faults.next({ route: /^\/guilds\/:guild\/roles$/, method: 'POST', answer: full });
    const result = await attempt(grantTo(guild.join({ name: 'ada' })));
    expect(result).toEqual({ kind: 'blocked', problem: { kind: 'role-limit' } });
    expect(await findBinding(db, guild.id, 'role:leader')).toBeUndefined();
  });
});

describe('members', () => {
  test('keep what others gave them: one role is put, nothing else is touched', async () => {
    const { guild, attempt, grantTo, asked } = await aServer();
    const helper = guild.createRole({ name: 'Helper' });
    const ada = guild.join({ name: 'ada', roles: [helper] });
    await attempt(grantTo(ada));
    expect(ada.has(helper)).toBe(true);
    expect(asked().filter(request => request.startsWith('PATCH'))).toEqual([]);
  });

  test('who have it already are not given it again', async () => {
    const { guild, attempt, grantTo, asked } = await aServer();
    const ada = guild.join({ name: 'ada' });
    await attempt(grantTo(ada));
    expect(await attempt(grantTo(ada), 2)).toEqual({ kind: 'delivered' });
    expect(asked().filter(request => request === givesRole)).toHaveLength(1);
  });

  test('who have yet to pass the screening get it afterwards', async () => {
    const { guild, attempt, grantTo } = await aServer();
    const ada = guild.join({ name: 'ada', pending: true });
    expect(await attempt(grantTo(ada))).toMatchObject({ kind: 'deferred' });
    expect(ada.has(title)).toBe(false);
    ada.becomes({ pending: false });
    expect(await attempt(grantTo(ada), 2)).toEqual({ kind: 'delivered' });
    expect(ada.has(title)).toBe(true);
  });

  test('who are timed out get it when the time is over', async () => {
    const { guild, discord, now, attempt, grantTo } = await aServer();
    const ada = guild.join({ name: 'ada' });
    const until = Temporal.Instant.fromEpochMilliseconds(now().add({ minutes: 5 }).epochMilliseconds);
    ada.becomes({ timedOutUntil: until });
    expect(await attempt(grantTo(ada))).toEqual({ kind: 'deferred', reason: 'the member is timed out', until });
    discord.clock.advance({ minutes: 6 });
    expect(await attempt(grantTo(ada), 2)).toEqual({ kind: 'delivered' });
  });

  test('who left end it', async () => {
    const { guild, attempt, grantTo, asked } = await aServer();
    const ada = guild.join({ name: 'ada' });
    ada.leaves();
    expect(await attempt(grantTo(ada))).toEqual({ kind: 'gone' });
    expect(asked()).not.toContain(givesRole);
  });
});

describe('a server out of reach', () => {
  test('during an outage waits, and nothing is asked', async () => {
    const { guild, attempt, grantTo, asked, discord, hears } = await aServer({
      prepare: ({ id }, { gateway }) => gateway.withholdGuild(id),
    });
    const ada = guild.join({ name: 'ada' });
    expect(await attempt(grantTo(ada))).toMatchObject({ kind: 'deferred' });
    expect(asked()).toEqual([]);
    await hears(Events.GuildAvailable, () => discord.gateway.releaseGuild(guild.id));
    expect(await attempt(grantTo(ada), 2)).toEqual({ kind: 'delivered' });
  });

  test('from which the bot was removed keeps what was earned for its return', async () => {
    const { guild, discord, application, attempt, grantTo, hears } = await aServer();
    const ada = guild.join({ name: 'ada' });
    await hears(Events.GuildDelete, () => discord.expel(application, guild));
    expect(await attempt(grantTo(ada))).toMatchObject({ kind: 'deferred' });
  });
});
