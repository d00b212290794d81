import { Events, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import type { NewRole } from '../../../playground/discord/index.ts';
import { certificateColour } from '../../../src/discord/effects/colour.ts';
import { findBinding, forgetBinding } from '../../../src/store/bindings.ts';
import { aServer, title } from './a-server.ts';

const makesRole = 'POST /guilds/:guild/roles';
const getsMember = 'GET /guilds/:guild/members/:member';
const givesRole = 'PUT /guilds/:guild/members/:member/roles/:role';

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
    const deleted = { kind: 'blocked', problem: { kind: 'role-deleted', roleKey: 'leader' } };
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

  test.each([-90, 90])('by the clock of Discord, %i seconds ahead of ours, when the answer is lost', async seconds => {
    const { guild, discord, attempt, grantTo } = await aServer({
      prepare: (_, { faults }) => faults.skew({ seconds }),
    });
    const ada = guild.join({ name: 'ada' });
    discord.faults.next({ route: /^\/guilds\/:guild\/roles$/, method: 'POST', answer: 'drop-after-effect' });
    expect(await attempt(grantTo(ada))).toMatchObject({ kind: 'transient' });
    discord.clock.advance({ seconds: 13 });
    expect(await attempt(grantTo(ada), 2)).toEqual({ kind: 'delivered' });
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
        members.map(async (member, index) => {
          if (index % 2 === 0) return await attempt(grantTo(member), number);
          return await second.send(await grantTo(member), { number, askedAt: now() });
        }),
      );
    await attempts(1);
    expect((await attempts(2)).map(({ kind }) => kind)).toEqual(members.map(() => 'delivered'));
    expect(members.every(member => member.has(title))).toBe(true);
    expect(guild.roles.filter(({ name }) => name === title)).toHaveLength(1);
  });
});
