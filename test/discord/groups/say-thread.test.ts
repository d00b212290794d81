/** A session's thread: opened once, with the agenda, whatever crashes in between; and what becomes of it later. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { toText } from '../../../src/store/instants.ts';
import { aCommunity } from '../../support/a-community.ts';
import { aGroupServer, groupKey, meeting, planned, quarterBefore, startsAt } from './a-group.ts';

const threads = /\/channels\/:channel\/threads/;
const messages = /\/channels\/:channel\/messages/;

test('it is public, named by group and date, and begins with when and how long, with buttons to answer', async () => {
  const { discord, guild, channel, pings } = await aGroupServer();
  const result = await pings('thread');
  const [thread] = guild.threads;
  expect(thread).toMatchObject({ name: 'Readers · Mon 29 Mar', type: 11, parentId: channel.id });
  const [first] = guild.owner.reads(thread ?? channel);
  expect(result).toEqual({ kind: 'delivered', reference: `${thread?.id}/${first?.message?.id}` });
  expect(first?.text).toContain('(19:00 in Europe/Berlin)');
  expect(first?.buttons.map(({ label }) => label)).toEqual(['I’m coming', 'I can’t']);
  const [opening] = discord.requests.filter(({ route, method }) => method === 'POST' && threads.test(route));
  expect(opening?.body).toMatchObject({ type: 11 });
});

test('an answer that is lost after the thread was opened leaves one thread, with one agenda', async () => {
  const { discord, guild, pings, said } = await aGroupServer();
  discord.faults.next({ route: threads, method: 'POST', answer: 'drop-after-effect' });
  expect(await pings('thread')).toMatchObject({ kind: 'transient' });
  discord.faults.next({ route: messages, method: 'POST', answer: 'drop-after-effect' });
  expect(await pings('thread', {}, 2)).toMatchObject({ kind: 'transient' });
  expect(await pings('thread', {}, 3)).toMatchObject({ kind: 'delivered' });
  expect(guild.threads.map(({ id }) => said({ id }).length)).toEqual([1]);
});

test('the thread whose answer was lost is found, though our clock was wrong when it was asked for', async () => {
  const { db, discord, guild, pings } = await aGroupServer();
  discord.faults.next({ route: threads, method: 'POST', answer: 'drop-after-effect' });
  expect(await pings('thread')).toMatchObject({ kind: 'transient' });
  const since = toText(quarterBefore.add({ hours: 1 }));
  await db.updateTable('bindings').set({ since }).where('state', '=', 'reserved').execute();
  expect(await pings('thread', {}, 2)).toMatchObject({ kind: 'delivered' });
  expect(guild.threads).toHaveLength(1);
});

test('what becomes of a lost answer is found even when Discord has forgotten the nonce', async () => {
  const { discord, guild, pings, said, at } = await aGroupServer();
  discord.faults.next({ route: messages, method: 'POST', answer: 'drop-after-effect' });
  await pings('thread');
  at(quarterBefore.add({ minutes: 14 }));
  expect(await pings('thread', {}, 2)).toMatchObject({ kind: 'delivered' });
  expect(guild.threads.map(({ id }) => said({ id }).length)).toEqual([1]);
});

test('a moved session keeps its thread, which begins with one agenda', async () => {
  const { db, guild, pings, said } = await aGroupServer();
  await pings('thread');
  const moved = { planned, kind: 'moved', to: '2027-03-30T18:00', revision: 1 } as const;
  await saveChange(db, { guildId: guild.id, groupKey }, moved, quarterBefore);
  await pings('thread', { occurrence: `${planned}~1` });
  expect(guild.threads.map(({ id }) => said({ id }).length)).toEqual([1]);
});

describe('two meetings of a group on one date', () => {
  const twice = aCommunity({
    ...meeting,
    studyGroups: meeting.studyGroups.map(group => ({
      ...group,
      meets: [{ days: ['Monday', 'Wednesday'], at: '19:00', minutes: 60, zone: 'Europe/Berlin' }],
    })),
  });
  const wednesday = '2027-03-31T19:00';
  const moved = { planned, kind: 'moved', to: '2027-03-31T21:00', revision: 1 } as const;

  /** Monday's is moved to Wednesday night once its thread is open. */
  async function withMonday() {
    const server = await aGroupServer({ community: twice, now: startsAt.subtract({ hours: 2 }) });
    await server.pings('thread');
    await saveChange(server.db, { guildId: server.guild.id, groupKey }, moved, server.now());
    await server.pings('change', { occurrence: `${planned}~1` });
    server.at(startsAt.add({ hours: 24 }));
    return server;
  }

  test('have threads that the time tells apart', async () => {
    const { guild, pings } = await withMonday();
    await pings('thread', { occurrence: wednesday });
    expect(guild.threads.map(({ name }) => name)).toEqual(['Readers · Wed 31 Mar, 21:00', 'Readers · Wed 31 Mar']);
  });

  test('never share a thread, though one has the other’s name and its own opening failed', async () => {
    const { client, discord, guild, pings, said } = await withMonday();
    const [monday] = guild.threads;
    await client.rest.patch(`/channels/${monday?.id}`, { body: { name: 'Readers · Wed 31 Mar' } });
    discord.faults.next({ route: threads, method: 'POST', answer: { status: 500, body: {} } });
    expect(await pings('thread', { occurrence: wednesday })).toMatchObject({ kind: 'transient' });
    await pings('thread', { occurrence: wednesday }, 2);
    discord.clock.advance({ seconds: 15 });
    expect(await pings('thread', { occurrence: wednesday }, 3)).toMatchObject({ kind: 'delivered' });
    expect(guild.threads.map(({ id }) => said({ id }).length)).toEqual([2, 1]);
  });
});

test('where Cairn may open no threads the organisers are told what lacks', async () => {
  const { guild, channel, pings, hears } = await aGroupServer();
  const deny = PermissionFlagsBits.CreatePublicThreads;
  await hears('channelUpdate', () => guild.changeChannel(channel, { overwrites: [{ for: guild.everyone, deny }] }));
  expect(await pings('thread')).toEqual({
    kind: 'blocked',
    problem: { kind: 'permission-missing', permission: 'CreatePublicThreads', channelId: channel.id },
  });
});

test('what a thread deleted by hand misses goes to the channel, and it is not made again', async () => {
  const { guild, channel, pings, said, db } = await aGroupServer();
  await pings('thread');
  const [thread] = guild.threads;
  guild.deleteThread(thread ?? channel);
  expect(await pings('check-in')).toMatchObject({ kind: 'delivered' });
  expect(said(channel).at(-1)).toContain('### 👋 Readers begins');
  const moved = { planned, kind: 'moved', to: '2027-03-30T18:00', revision: 1 } as const;
  await saveChange(db, { guildId: guild.id, groupKey }, moved, quarterBefore);
  expect(await pings('thread', { occurrence: `${planned}~1` })).toMatchObject({ kind: 'suppressed' });
  expect(guild.threads).toEqual([]);
});

test('an archived thread is opened by writing in it, a locked one left alone', async () => {
  const { guild, channel, pings, said } = await aGroupServer();
  await pings('thread');
  const thread = guild.threads[0] ?? channel;
  guild.owner.archivesThread(thread);
  await pings('check-in');
  expect(said(thread)).toHaveLength(2);
  guild.owner.locksThread(thread);
  await pings('check-in', { audience: 'again' });
  expect([said(thread).length, said(channel).length]).toEqual([2, 1]);
});
