/** Reminders: together in the thread, or by direct message for whoever chose that. */
import { MessageFlags } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { hasLeft } from '../../../src/store/departures.ts';
import { memberSettings } from '../../../src/store/groups/member-settings.ts';
import { aGroupServer, startsAt } from './a-group.ts';

const openingDms = /\/users\/@me\/channels/;
const inThread = { audience: 'thread-1440' };

test('those who come and share a lead are reminded together in the thread, and nobody else is', async () => {
  const { guild, pings, comes } = await aGroupServer();
  const [ada, ben, cleo, dora] = ['ada', 'ben', 'cleo', 'dora'].map(name => guild.join({ name }));
  if (!ada || !ben || !cleo || !dora) throw new Error('Somebody did not join.');
  await comes(ada);
  await comes(ben, { reminderLead: 60 });
  await comes(cleo, { reminderWhere: 'off' });
  await comes(dora);
  await pings('thread');
  expect(await pings('reminder', inThread)).toMatchObject({ kind: 'delivered' });
  const [thread] = guild.threads;
  const reminded = ada.reads(thread ?? guild).at(-1);
  expect(reminded?.pings.toSorted()).toEqual([ada.id, dora.id].toSorted());
  expect(reminded?.text).toContain(`See you there: <@${ada.id}> <@${dora.id}>`);
});

test('a hundred and more are all mentioned, in as many messages as it takes, each once', async () => {
  const { discord, guild, pings, comes } = await aGroupServer({ rateLimits: false });
  const members = Array.from({ length: 101 }, (_, index) => guild.join({ name: `m${index}` }));
  for (const member of members) await comes(member);
  await pings('thread');
  discord.faults.next({ route: /messages/, method: 'POST', answer: 'drop-after-effect' });
  expect(await pings('reminder', inThread)).toMatchObject({ kind: 'transient' });
  expect(await pings('reminder', inThread, 2)).toMatchObject({ kind: 'delivered' });
  const mentioned = guild.owner.reads(guild.threads[0] ?? guild).flatMap(({ pings }) => pings);
  expect(mentioned.toSorted()).toEqual(members.map(({ id }) => id).toSorted());
});

test('whoever says that they come only after the reminder’s time needs none', async () => {
  const { guild, pings, comes } = await aGroupServer();
  const ada = guild.join({ name: 'ada' });
  await comes(ada, undefined, startsAt.subtract({ hours: 23 }));
  expect(await pings('reminder', inThread)).toMatchObject({ kind: 'suppressed' });
});

test('where nobody comes any more nothing is said', async () => {
  const { discord, pings } = await aGroupServer();
  const before = discord.requests.length;
  expect(await pings('reminder', inThread)).toEqual({
    kind: 'suppressed',
    reason: 'nobody is to be reminded any more',
  });
  expect(discord.requests.length).toBe(before);
});

test('whoever wanted a direct message gets one, with buttons to put it off', async () => {
  const { guild, pings, comes } = await aGroupServer();
  const ada = guild.join({ name: 'ada' });
  await comes(ada, { reminderWhere: 'dm' });
  expect(await pings('reminder', { audience: ada.id })).toMatchObject({ kind: 'delivered' });
  const [dm] = ada.dms;
  const [message] = ada.reads(dm ?? guild);
  expect(message?.text).toContain('### ⏰ Readers meets');
  expect(message?.buttons.map(({ label, customId }) => [label, customId])).toEqual([
    ['Again in 5 minutes', expect.stringMatching(`^me/snooze/readers/2027-03-29T19:00/5/${guild.id}/0/.{10}$`)],
  ]);
});

test('nobody who did not choose it is ever written to directly', async () => {
  const { discord, guild, pings, comes } = await aGroupServer();
  const ada = guild.join({ name: 'ada' });
  await comes(ada);
  expect(await pings('reminder', { audience: ada.id })).toMatchObject({ kind: 'suppressed' });
  expect(discord.requests.filter(({ route }) => openingDms.test(route))).toEqual([]);
});

test('closed direct messages are noted and said once in the thread, quietly; nothing is tried again', async () => {
  const { db, discord, guild, pings, comes } = await aGroupServer();
  const ada = guild.join({ name: 'ada' });
  ada.closesDms();
  await comes(ada, { reminderWhere: 'dm' });
  await pings('thread');
  expect(await pings('reminder', { audience: ada.id })).toMatchObject({ kind: 'suppressed' });
  const notice = ada.reads(guild.threads[0] ?? guild).at(-1);
  expect(notice?.text).toContain('Discord does not let me write to you');
  expect((notice?.message?.flags ?? 0) & MessageFlags.SuppressNotifications).not.toBe(0);
  expect(await memberSettings(db, { guildId: guild.id, userId: ada.id })).toHaveProperty('dmClosedAt');
  const dms = () => discord.requests.filter(({ route }) => openingDms.test(route)).length;
  const before = dms();
  expect(await pings('reminder', { audience: ada.id })).toMatchObject({ kind: 'suppressed' });
  expect(await pings('reminder', { audience: `${ada.id}+1` })).toMatchObject({ kind: 'delivered' });
  expect(dms()).toBe(before);
  expect(ada.reads(guild.threads[0] ?? guild).at(-1)?.text).toContain(`See you there: <@${ada.id}>`);
});

test('whoever has left the server is not spoken of in the thread, and their departure is noted', async () => {
  const { db, discord, guild, pings, comes, said } = await aGroupServer();
  const ada = guild.join({ name: 'ada' });
  const member = { guildId: guild.id, userId: ada.id };
  await comes(ada, { reminderWhere: 'dm' });
  await pings('thread');
  ada.leaves();
  discord.faults.next({ route: /\/members\//, method: 'GET', answer: { status: 500, body: {} } });
  expect(await pings('reminder', { audience: ada.id })).toMatchObject({ kind: 'transient' });
  expect(await pings('reminder', { audience: ada.id }, 2)).toEqual({
    kind: 'suppressed',
    reason: 'they have left the server',
  });
  expect(guild.threads.map(thread => said(thread).length)).toEqual([1]);
  expect(await hasLeft(db, member)).toBe(true);
  expect(await memberSettings(db, member)).not.toHaveProperty('dmClosedAt');
});

test('whoever is here and takes nothing from servers is told so in the thread', async () => {
  const { db, discord, guild, pings, comes } = await aGroupServer();
  const ada = guild.join({ name: 'ada' });
  await comes(ada, { reminderWhere: 'dm' });
  await pings('thread');
  const noMutualServer = { status: 403, body: { code: 50278, message: 'Cannot send messages to this user' } };
  discord.faults.next({ route: openingDms, answer: noMutualServer });
  expect(await pings('reminder', { audience: ada.id })).toMatchObject({ kind: 'suppressed' });
  expect(ada.reads(guild.threads[0] ?? guild).at(-1)?.text).toContain('Discord does not let me write to you');
  expect(await hasLeft(db, { guildId: guild.id, userId: ada.id })).toBe(false);
});

test('whoever put off a reminder of the thread is reminded there again, alone', async () => {
  const { guild, pings, comes } = await aGroupServer({ now: startsAt.subtract({ hours: 47 }) });
  const [ada, ben] = ['ada', 'ben'].map(name => guild.join({ name }));
  if (!ada || !ben) throw new Error('Somebody did not join.');
  for (const member of [ada, ben]) await comes(member);
  await pings('thread');
  expect(await pings('reminder', inThread)).toMatchObject({ kind: 'delivered' });
  const thread = guild.threads[0] ?? guild;
  expect(
    ada
      .reads(thread)
      .at(-1)
      ?.buttons.map(({ label }) => label),
  ).toEqual(['I can’t come after all', 'Again in 1 hour', 'Again in 1 day']);
  expect(await pings('reminder', { audience: `${ada.id}+1` })).toMatchObject({ kind: 'delivered' });
  const again = ada.reads(thread).at(-1);
  expect(again?.pings).toEqual([ada.id]);
  expect(again?.buttons[1]?.customId).toBe(`me/snooze/readers/2027-03-29T19:00/60/${guild.id}/1`);
});

test('of direct messages at most ten a minute are begun; the others wait', async () => {
  const { guild, pings, comes } = await aGroupServer();
  const members = Array.from({ length: 11 }, (_, index) => guild.join({ name: `m${index}` }));
  const results: string[] = [];
  for (const member of members) {
    await comes(member, { reminderWhere: 'dm' });
    results.push((await pings('reminder', { audience: member.id })).kind);
  }
  expect(results).toEqual([...Array.from({ length: 10 }, () => 'delivered'), 'transient']);
});

test('after "too fast" none is begun for a while', async () => {
  const { discord, guild, pings, comes } = await aGroupServer();
  const [ada, ben] = ['ada', 'ben'].map(name => guild.join({ name }));
  for (const member of [ada, ben]) if (member) await comes(member, { reminderWhere: 'dm' });
  const tooFast = { status: 403, body: { code: 40003, message: 'You are opening direct messages too fast' } };
  discord.faults.next({ route: openingDms, answer: tooFast });
  expect(await pings('reminder', { audience: ada?.id ?? '' })).toMatchObject({ kind: 'suppressed' });
  expect(await pings('reminder', { audience: ben?.id ?? '' })).toMatchObject({ kind: 'transient' });
});
