import { Events, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { NewRole } from '../../../playground/discord/index.ts';
import { certificateColour } from '../../../src/discord/effects/colour.ts';
import { findBinding, forgetBinding } from '../../../src/store/bindings.ts';
import { aServer, title } from './a-server.ts';

const makesRole = 'POST /guilds/:guild/roles';
const getsMember = 'GET /guilds/:guild/members/:member';
const givesRole = 'PUT /guilds/:guild/members/:member/roles/:role';
const refusal = (code: number, message: string) => ({ status: 403, body: { code, message } });

describe('the role of a certificate', () => {
  test('is made at the first need, carries no permission, and says why in the audit log', async () => {
    const { guild, discord, attempt, grantTo, asked } = await aServer();
    const ada = guild.join({ name: 'ada' });
    expect(await attempt(grantTo(ada))).toEqual({ kind: 'delivered' });
    expect(ada.has(title)).toBe(true);
    expect(guild.role(title)).toMatchObject({
      permissions: 0n,
      managed: false,
      json: { hoist: false, mentionable: false },
    });
    expect(asked()).toEqual([makesRole, getsMember, givesRole]);
    expect(discord.requests.at(-1)?.reason).toBe(`Earned the certificate ${title}`);
  });

  test('is the same for everybody, and one of its own for each certificate', async () => {
    const { guild, attempt, grantTo, asked } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(grantTo(ada));
    await attempt(grantTo(ben));
    await attempt(grantTo(ben, 'architect'));
    expect(asked().filter(request => request === makesRole)).toHaveLength(2);
    expect(ada.roles.map(({ name }) => name)).toContain(title);
    expect(ben.roles.map(({ name }) => name)).toEqual(expect.arrayContaining([title, 'Distributed Systems Architect']));
    expect(guild.role(title).color).not.toBe(guild.role('Distributed Systems Architect').color);
  });

  test('a namesake that was there before is never given: ours is made beside it, and the organisers hear', async () => {
    const { guild, attempt, grantTo } = await aServer();
    const theirs = guild.createRole({ name: title, permissions: PermissionFlagsBits.ManageGuild });
    const ada = guild.join({ name: 'ada' });
    const result = await attempt(grantTo(ada));
    const [ours] = ada.roles.filter(({ name }) => name === title);
    expect(ours?.id).not.toBe(theirs.id);
    expect(ada.has(theirs)).toBe(false);
    expect(result).toEqual({
      kind: 'delivered',
      noticed: { kind: 'role-name-taken', name: title, roleId: theirs.id, ownRoleId: ours?.id },
    });
  });

  test('deleted by hand it stays deleted, until an organiser wants it back', async () => {
    const { guild, db, attempt, grantTo, hears, asked } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(grantTo(ada));
    await hears(Events.GuildRoleDelete, () => guild.deleteRole(guild.role(title)));
    const deleted = { kind: 'blocked', problem: { kind: 'role-deleted', certificateId: 'leader' } };
    expect(await attempt(grantTo(ben))).toEqual(deleted);
    expect(await attempt(grantTo(ben))).toEqual(deleted);
    expect(asked().filter(request => request === makesRole)).toHaveLength(1);

    await forgetBinding(db, guild.id, 'role:leader');
    expect(await attempt(grantTo(ben))).toEqual({ kind: 'delivered' });
    expect(ben.has(title)).toBe(true);
  });

  test('deleted in the very moment of the grant it counts as deleted', async () => {
    const { guild, db, discord, attempt, grantTo } = await aServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(grantTo(ada));
    discord.faults.next({
      route: /members\/:member\/roles/,
      answer: { status: 404, body: { code: 10011, message: 'Unknown Role' } },
    });
    expect(await attempt(grantTo(ben))).toMatchObject({ problem: { kind: 'role-deleted' } });
    expect(await findBinding(db, guild.id, 'role:leader')).toMatchObject({ state: 'gone' });
  });
});

describe('made once', () => {
  const lost = ['drop-after-effect', { status: 500, afterEffect: true }, { status: 502, afterEffect: true }] as const;
  test.each(lost)('when the answer to its making is lost: %o', async answer => {
    const { guild, discord, attempt, grantTo } = await aServer();
    const ada = guild.join({ name: 'ada' });
    discord.faults.next({ route: /^\/guilds\/:guild\/roles$/, method: 'POST', answer });
    expect(await attempt(grantTo(ada))).toMatchObject({ kind: 'transient' });
    expect(await attempt(grantTo(ada), 2)).toEqual({ kind: 'delivered' });
    expect(ada.has(title)).toBe(true);
    expect(guild.roles.filter(({ name }) => name === title)).toHaveLength(1);
  });

  test('when nobody knows whether it was made, only after no request can still be under way', async () => {
    const { guild, discord, attempt, grantTo, asked } = await aServer();
    const ada = guild.join({ name: 'ada' });
    discord.faults.next({ route: /^\/guilds\/:guild\/roles$/, method: 'POST', answer: { status: 503 } });
    expect(await attempt(grantTo(ada))).toMatchObject({ kind: 'transient' });
    expect(await attempt(grantTo(ada), 2)).toMatchObject({ kind: 'transient' });
    expect(asked().filter(request => request === makesRole)).toHaveLength(1);
    discord.clock.advance({ seconds: 13 });
    expect(await attempt(grantTo(ada), 3)).toEqual({ kind: 'delivered' });
    expect(guild.roles.filter(({ name }) => name === title)).toHaveLength(1);
  });

  const lookalikes: readonly (readonly [string, NewRole, Temporal.DurationLike])[] = [
    ['of another colour', { name: title, permissions: 0n, color: 0xff0000 }, { seconds: 0 }],
    ['with permissions', { name: title, permissions: 8n, color: certificateColour('leader') }, { seconds: 0 }],
    ['that was there before', { name: title, permissions: 0n, color: certificateColour('leader') }, { seconds: 30 }],
  ];
  test.each(lookalikes)('when nobody knows, a namesake %s is not mistaken for it', async (_, namesake, before) => {
    const { guild, discord, attempt, grantTo } = await aServer();
    const ada = guild.join({ name: 'ada' });
    const theirs = guild.createRole(namesake);
    discord.clock.advance(before);
    discord.faults.next({ route: /^\/guilds\/:guild\/roles$/, method: 'POST', answer: { status: 503 } });
    await attempt(grantTo(ada));
    discord.clock.advance({ seconds: 13 });
    expect(await attempt(grantTo(ada), 2)).toMatchObject({ kind: 'delivered', noticed: { roleId: theirs.id } });
    expect(ada.has(theirs)).toBe(false);
  });

  test('by two processes that need it at the same moment', async () => {
    const { guild, attempt, another, grantTo, now } = await aServer();
    const second = await another();
    const members = Array.from({ length: 6 }, (_, index) => guild.join({ name: `m${index}` }));
    const attempts = (number: number) =>
      Promise.all(
        members.map((member, index) =>
          index % 2 === 0 ? attempt(grantTo(member), number) : second.send(grantTo(member), { number, askedAt: now() }),
        ),
      );
    await attempts(1);
    expect((await attempts(2)).map(({ kind }) => kind)).toEqual(members.map(() => 'delivered'));
    expect(members.every(member => member.has(title))).toBe(true);
    expect(guild.roles.filter(({ name }) => name === title)).toHaveLength(1);
  });
});

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

  test('a refusal that the cache did not foresee costs one request, however many members wait', async () => {
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
    expect(discord.invalidRequests).toBe(1);
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
    expect(await attempt(grantTo(ada))).toMatchObject({ kind: 'deferred', until });
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
