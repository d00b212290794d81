/** The call before a meeting and the check-in at its start. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { invitePermissions } from '../../../src/discord/invite.ts';
import { planPing } from '../../../src/store/groups/pings.ts';
import { aGroupServer, quarterBefore, startsAt } from './a-group.ts';

test('a quarter of an hour before, the group’s role is called in its channel, with thread and voice channel', async () => {
  const { guild, channel, hall, role, pings, said } = await aGroupServer();
  const ada = guild.join({ name: 'ada', roles: [role] });
  await pings('thread');
  const [thread] = guild.threads;
  const result = await pings('session', { audience: 'role' });
  const [called] = ada.reads(channel).slice(-1);
  expect(result).toMatchObject({ kind: 'delivered', reference: `${channel.id}/${called?.message?.id}` });
  expect(called?.message?.mention_roles).toEqual([role.id]);
  expect(said(channel)).toEqual([
    [
      '### 🔔 Readers meets',
      `<@&${role.id}>`,
      `<t:${startsAt.epochMilliseconds / 1000}:F> (19:00 in Europe/Berlin) · <t:${startsAt.epochMilliseconds / 1000}:R>`,
      `🔊 <#${hall.id}> · 🧵 <#${thread?.id}>`,
    ].join('\n'),
  ]);
  expect(called?.buttons.map(({ label }) => label)).toEqual(['I’m here']);
});

test('what goes out late says so', async () => {
  const { channel, pings, said } = await aGroupServer();
  await pings('session', { dueAt: quarterBefore.subtract({ minutes: 5 }) });
  expect(said(channel).at(-1)).toContain('-# 5 minutes late, sorry.');
});

test('without the role nobody is mentioned; deleted, organisers hear of it', async () => {
  const { client, guild, role, channel, pings, said, hears } = await aGroupServer();
  await hears(
    'roleDelete',
    () => guild.deleteRole(role),
    () => client.guilds.cache.get(guild.id)?.roles.cache.has(role.id) === false,
  );
  expect(await pings('session')).toMatchObject({
    kind: 'delivered',
    noticed: { kind: 'role-deleted', roleKey: 'readers-group' },
  });
  expect(said(channel).at(-1)).not.toContain('<@&');
});

test('a role that may not be mentioned is called all the same, and organisers hear that it rings nobody', async () => {
  const { guild, role, channel, pings, hears, application } = await aGroupServer();
  await hears('roleUpdate', () => guild.changeRole(role, { mentionable: false }));
  const mute = { kind: 'delivered', noticed: { kind: 'ping-mute', roleId: role.id, channelId: channel.id } };
  expect(await pings('session')).toMatchObject(mute);
  const permissions = invitePermissions | PermissionFlagsBits.MentionEveryone;
  await hears('roleUpdate', () => guild.changeRole(guild.role(application.name), { permissions }));
  expect(await pings('session', { audience: 'another' })).not.toHaveProperty('noticed');
});

test('a role that no longer sees the channel is called all the same, and organisers hear whom it misses', async () => {
  const { guild, role, channel, pings, said, hears } = await aGroupServer();
  const hidden = { for: guild.everyone, deny: PermissionFlagsBits.ViewChannel };
  const cairn = { for: guild.role('Cairn'), allow: invitePermissions };
  await hears('channelUpdate', () => guild.changeChannel(channel, { overwrites: [hidden, cairn] }));
  const noticed = { kind: 'ping-unseen', roleId: role.id, channelId: channel.id };
  expect(await pings('session')).toMatchObject({ kind: 'delivered', noticed });
  expect(said(channel).at(-1)).toContain(`<@&${role.id}>`);
  const seen = { for: role, allow: PermissionFlagsBits.ViewChannel };
  await hears('channelUpdate', () => guild.changeChannel(channel, { overwrites: [hidden, cairn, seen] }));
  expect(await pings('session', { audience: 'another' })).not.toHaveProperty('noticed');
});

test('at the start the check-in stands in the thread, or in the channel where there is none', async () => {
  const { guild, channel, pings, said, at } = await aGroupServer();
  at(startsAt);
  await pings('check-in');
  expect(said(channel)).toHaveLength(1);
  await pings('thread');
  await pings('check-in', { audience: 'again' });
  expect(said(guild.threads[0] ?? channel).at(-1)).toContain('### 👋 Readers begins');
});

test('before the start the check-in says when that is', async () => {
  const { channel, pings, said, at } = await aGroupServer();
  at(startsAt.subtract({ minutes: 10 }));
  await pings('check-in');
  expect(said(channel).at(-1)).toContain(`### 👋 Readers begins <t:${startsAt.epochMilliseconds / 1000}:R>`);
});

test('the call waits a moment for a thread that is due as well', async () => {
  const { pings, db, guild, channel } = await aGroupServer();
  const due = { dueAt: quarterBefore, expiresAt: startsAt };
  const key = { groupKey: 'readers', occurrence: '2027-03-29T19:00', kind: 'thread', audience: 'channel' } as const;
  await planPing(db, guild.id, { ...key, ...due }, quarterBefore);
  expect(await pings('session')).toMatchObject({ kind: 'transient' });
  expect(await pings('session', {}, 4)).toMatchObject({ kind: 'delivered' });
  expect(guild.owner.reads(channel)).toHaveLength(1);
});
