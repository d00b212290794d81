/** One member's roles set right: what the store wants is given, what Cairn gave and it no longer wants is taken. */
import { type Client, Events, PermissionFlagsBits } from 'discord.js';
import { describe, expect, test } from 'vitest';
import { findBinding, markGone } from '../../../src/store/bindings.ts';
import { hasLeft } from '../../../src/store/departures.ts';
import { aRoleServer } from './a-community.ts';

const gives = 'PUT /guilds/:guild/members/:member/roles/:role';
const takes = 'DELETE /guilds/:guild/members/:member/roles/:role';
const reads = 'GET /guilds/:guild/members/:member';

const inPrompt = (client: Client, roleId: string) =>
  client.guilds.cache.first()?.roles.cache.get(roleId)?.flags.has('InPrompt') === true;

describe('a path’s role', () => {
  test('comes with the path, alone, with the reason in the audit log, and goes with it', async () => {
    const { guild, discord, roles, isOn, leaves, sync, noted, asked } = await aRoleServer();
    const helper = guild.createRole({ name: 'Helper' });
    const ada = guild.join({ name: 'ada', roles: [helper] });
    await isOn(ada, 'new-graduate');
    expect(await sync(ada)).toEqual({ kind: 'delivered' });
    expect(ada.roles.map(({ name }) => name)).toEqual(expect.arrayContaining(['Helper', 'New Graduate']));
    expect(await noted(ada)).toEqual(['rookie']);
    expect(asked()).toEqual([reads, gives]);
    expect(discord.requests.at(-1)?.reason).toBe('Is on the path Path new-graduate');

    await leaves(ada, 'new-graduate');
    expect(await sync(ada)).toEqual({ kind: 'delivered' });
    expect(ada.has(roles.rookie)).toBe(false);
    expect(ada.has(helper)).toBe(true);
    expect(await noted(ada)).toEqual([]);
    expect(asked()).toEqual([reads, gives, reads, takes]);
    expect(discord.requests.at(-1)?.reason).toBe('Left the path');
  });

  test('shows who has left, and who is back', async () => {
    const { guild, db, isOn, sync } = await aRoleServer();
    const ada = guild.join({ name: 'ada' });
    const member = { guildId: guild.id, userId: ada.id };
    await isOn(ada, 'new-graduate');
    await sync(ada);
    expect(await hasLeft(db, member)).toBe(false);
    ada.leaves();
    expect(await sync(ada)).toEqual({ kind: 'gone' });
    expect(await hasLeft(db, member)).toBe(true);
    guild.join(ada);
    expect(await sync(ada)).toEqual({ kind: 'delivered' });
    expect(await hasLeft(db, member)).toBe(false);
  });

  test('stays while another of its paths is walked', async () => {
    const { guild, roles, isOn, leaves, sync } = await aRoleServer();
    const ada = guild.join({ name: 'ada' });
    await isOn(ada, 'new-graduate');
    await isOn(ada, 'six-weeks');
    await sync(ada);
    await leaves(ada, 'new-graduate');
    await sync(ada);
    expect(ada.has(roles.rookie)).toBe(true);
  });

  test('that nobody has set up is not made, and nothing is asked but how the member stands', async () => {
    const { guild, db, roles, isOn, sync, asked } = await aRoleServer();
    await markGone(db, guild.id, roles.rookie.id);
    const ada = guild.join({ name: 'ada' });
    await isOn(ada, 'new-graduate');
    expect(await sync(ada)).toEqual({ kind: 'delivered' });
    expect(asked().filter(request => request !== reads)).toEqual([]);
  });

  test('that the member had already is noted, so that leaving takes it', async () => {
    const { guild, roles, isOn, leaves, sync, noted, asked } = await aRoleServer();
    const ada = guild.join({ name: 'ada', roles: [roles.rookie] });
    await isOn(ada, 'new-graduate');
    await sync(ada);
    expect(asked()).toEqual([reads]);
    expect(await noted(ada)).toEqual(['rookie']);
    await leaves(ada, 'new-graduate');
    await sync(ada);
    expect(ada.has(roles.rookie)).toBe(false);
  });

  test('picked without being on a path is a wish, and stays', async () => {
    const { guild, roles, isOn, sync } = await aRoleServer();
    const ada = guild.join({ name: 'ada', roles: [roles.topics] });
    await isOn(ada, 'new-graduate');
    await sync(ada);
    expect(ada.has(roles.topics)).toBe(true);
    expect(ada.has(roles.rookie)).toBe(true);
  });

  test('may be offered in the server’s onboarding; a certificate’s may not', async () => {
    const { guild, client, roles, isOn, sync, grantTo, attempt, hears } = await aRoleServer();
    const [ada, ben] = [guild.join({ name: 'ada' }), guild.join({ name: 'ben' })];
    await attempt(grantTo(ada, 'c'));
    const expert = guild.role('Expert');
    const options = [{ title: 'New', roles: [roles.rookie, expert] }];
    await hears(
      Events.GuildRoleUpdate,
      () => guild.askNewcomers([{ title: 'Which path are you on?', options }]),
      () => [roles.rookie, expert].every(({ id }) => inPrompt(client, id)),
    );
    await isOn(ben, 'new-graduate');
    expect(await sync(ben)).toEqual({ kind: 'delivered' });
    expect(await attempt(grantTo(ben, 'c'))).toMatchObject({
      kind: 'blocked',
      problem: { kind: 'role-unsafe', why: 'self-assignable' },
    });
  });
});

describe('several roles at once', () => {
  test('what is in the way of one does not keep the other from the member', async () => {
    const { guild, client, roles, isOn, sync, hears } = await aRoleServer();
    const ada = guild.join({ name: 'ada' });
    const cached = () => client.guilds.cache.get(guild.id)?.roles.cache.get(roles.rookie.id);
    await hears(
      Events.GuildRoleUpdate,
      () => guild.changeRole(roles.rookie, { permissions: PermissionFlagsBits.ManageMessages }),
      () => cached()?.permissions.has(PermissionFlagsBits.ManageMessages) === true,
    );
    await isOn(ada, 'new-graduate');
    await isOn(ada, 'cost');
    expect(await sync(ada)).toMatchObject({ kind: 'blocked', problem: { kind: 'role-unsafe', why: 'elevated' } });
    expect(ada.has(roles.topics)).toBe(true);
    expect(ada.has(roles.rookie)).toBe(false);
  });

  test('one that was deleted in this very moment is noted as gone and told; the member keeps the other', async () => {
    const { guild, db, discord, roles, isOn, sync } = await aRoleServer();
    const ada = guild.join({ name: 'ada' });
    await isOn(ada, 'new-graduate');
    await isOn(ada, 'cost');
    discord.faults.next({
      route: /members\/:member\/roles/,
      method: 'PUT',
      answer: { status: 404, body: { code: 10011, message: 'Unknown Role' } },
    });
    expect(await sync(ada)).toEqual({ kind: 'blocked', problem: { kind: 'role-deleted', roleKey: 'rookie' } });
    expect(await findBinding(db, guild.id, 'role:rookie')).toMatchObject({ state: 'gone' });
    expect(ada.has(roles.topics)).toBe(true);
  });

  test('a member who waits for the rules gate loses what they gave up all the same', async () => {
    const { guild, roles, isOn, leaves, sync } = await aRoleServer();
    const ada = guild.join({ name: 'ada' });
    await isOn(ada, 'new-graduate');
    await sync(ada);
    ada.becomes({ pending: true });
    await leaves(ada, 'new-graduate');
    await isOn(ada, 'cost');
    expect(await sync(ada)).toMatchObject({ kind: 'deferred' });
    expect(ada.has(roles.rookie)).toBe(false);
    expect(ada.has(roles.topics)).toBe(false);
    ada.becomes({ pending: false });
    expect(await sync(ada, 2)).toEqual({ kind: 'delivered' });
    expect(ada.has(roles.topics)).toBe(true);
  });
});

test('of whom nothing is on record nothing is asked', async () => {
  const { guild, sync, asked } = await aRoleServer();
  expect(await sync(guild.join({ name: 'ada' }))).toEqual({ kind: 'delivered' });
  expect(asked()).toEqual([]);
});

test('a certificate’s role looks as the community’s file says', async () => {
  const { guild, attempt, grantTo } = await aRoleServer();
  await attempt(grantTo(guild.join({ name: 'ada' }), 'c'));
  expect(guild.role('Expert')).toMatchObject({ color: 0x123456, permissions: 0n, json: { hoist: true } });
});
