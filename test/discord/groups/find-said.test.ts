/** An attempt said it and was cut off before it was on record: whatever has changed since, it is found, and said once. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { Shown } from '../../../playground/discord/index.ts';
import { createdAt } from '../../../src/discord/discord-clock.ts';
import type { Attempt } from '../../../src/domain/delivery.ts';
import type { PingKey } from '../../../src/domain/groups/ping.ts';
import { saveAnswer } from '../../../src/store/groups/answers.ts';
import { saveChange } from '../../../src/store/groups/session-changes.ts';
import { aGroupServer, groupKey, planned, quarterBefore, startsAt } from './a-group.ts';

type Server = Awaited<ReturnType<typeof aGroupServer>>;

/** The attempt after the one that was cut off. */
async function again(
  { guild, send, now }: Server,
  ping: Partial<PingKey> & Pick<PingKey, 'kind'>,
  more: Partial<Attempt> = {},
) {
  const key = { groupKey, occurrence: planned, audience: 'channel', ...ping };
  const attempt = { number: 2, askedAt: now().subtract({ hours: 48 }), ...more };
  return await send({ kind: 'ping', guildId: guild.id, ping: key }, attempt);
}

const tooLate = { isTooLate: true } as const;

function sentAt(shown: Shown | undefined): Temporal.Instant | undefined {
  const id = shown?.message?.id;
  return id === undefined ? undefined : Temporal.Instant.fromEpochMilliseconds(createdAt(id));
}
const dayAfter = startsAt.add({ hours: 24 });

test('a direct message is found when its buttons would be others', async () => {
  const server = await aGroupServer({ now: startsAt.subtract({ hours: 24 }) });
  const { guild, comes, pings, at } = server;
  const ada = guild.join({ name: 'ada' });
  await comes(ada, { reminderWhere: 'dm' });
  const said = await pings('reminder', { audience: ada.id });
  at(dayAfter);
  expect(await again(server, { kind: 'reminder', audience: ada.id }, tooLate)).toEqual({
    ...said,
    at: sentAt(ada.dms.flatMap(dm => ada.reads(dm))[0]),
  });
  expect(ada.dms.flatMap(dm => ada.reads(dm))).toHaveLength(1);
});

test('a week’s plan is not said again once the week’s first meeting is over', async () => {
  const server = await aGroupServer({ now: startsAt.subtract({ hours: 10 }) });
  const { channel, pings, said, at } = server;
  const plan = { kind: 'week-plan', occurrence: '2027-03-29' } as const;
  const first = await pings('week-plan', plan);
  at(startsAt.add({ hours: 12 }));
  expect(await again(server, plan)).toMatchObject(first);
  expect(said(channel)).toHaveLength(1);
});

test('a call is found after its meeting was moved', async () => {
  const server = await aGroupServer();
  const { db, guild, channel, pings, said } = server;
  const first = await pings('session', { audience: 'role' });
  const moved = { planned, kind: 'moved', to: '2027-03-29T20:15', revision: 1 } as const;
  await saveChange(db, { guildId: guild.id, groupKey }, moved, quarterBefore);
  expect(await again(server, { kind: 'session', audience: 'role' })).toMatchObject(first);
  expect(said(channel)).toHaveLength(1);
});

test('what was said in the thread, or for want of one in the channel, is found in either', async () => {
  const server = await aGroupServer({ now: startsAt });
  const { pings, at } = server;
  const inChannel = await pings('check-in');
  await pings('thread');
  const inThread = await pings('check-in', { audience: 'another' });
  at(dayAfter);
  expect(await again(server, { kind: 'check-in' }, tooLate)).toMatchObject(inChannel);
  expect(await again(server, { kind: 'check-in', audience: 'another' }, tooLate)).toMatchObject(inThread);
  expect(inChannel).not.toEqual(inThread);
});

test('what was not said is not said late either', async () => {
  const server = await aGroupServer({ now: startsAt });
  const { guild, channel, comes, said, at } = server;
  const ada = guild.join({ name: 'ada' });
  await comes(ada, { reminderWhere: 'dm' });
  at(dayAfter);
  const late = { kind: 'suppressed', reason: 'the session is over' };
  expect(await again(server, { kind: 'check-in' }, tooLate)).toEqual(late);
  expect(await again(server, { kind: 'reminder', audience: ada.id }, tooLate)).toEqual(late);
  expect(await again(server, { kind: 'week-plan', occurrence: '2027-04-05' }, tooLate)).toEqual({
    kind: 'suppressed',
    reason: 'it would have come too late',
  });
  expect(said(channel)).toEqual([]);
  expect(ada.dms.flatMap(dm => ada.reads(dm))).toEqual([]);
});

test('said in the thread, it is not said again in the channel when the thread is closed to Cairn', async () => {
  const server = await aGroupServer({ now: startsAt });
  const { guild, channel, pings, said, hears } = server;
  await pings('thread');
  const first = await pings('check-in');
  const deny = PermissionFlagsBits.SendMessagesInThreads;
  await hears('channelUpdate', () => guild.changeChannel(channel, { overwrites: [{ for: guild.everyone, deny }] }));
  expect(await again(server, { kind: 'check-in' })).toMatchObject(first);
  expect(said(channel)).toEqual([]);
});

test('"too fast" does not mean that a direct message was not sent', async () => {
  const server = await aGroupServer({ now: startsAt.subtract({ hours: 24 }) });
  const { discord, guild, comes } = server;
  const ada = guild.join({ name: 'ada' });
  await comes(ada, { reminderWhere: 'dm' });
  const tooFast = { status: 403, body: { code: 40_003, message: 'You are opening direct messages too fast' } };
  discord.faults.next({ route: /users\/@me\/channels/, answer: tooFast });
  const reminder = { kind: 'reminder', audience: ada.id } as const;
  expect(await again(server, reminder, tooLate)).toMatchObject({ kind: 'transient' });
});

test('that direct messages are closed is said once, too', async () => {
  const server = await aGroupServer({ now: startsAt.subtract({ hours: 24 }) });
  const { discord, guild, comes, pings, at } = server;
  const ada = guild.join({ name: 'ada' });
  ada.closesDms();
  await comes(ada, { reminderWhere: 'dm' });
  await pings('thread');
  const thread = guild.threads[0] ?? guild;
  const inThread = new RegExp(`channels/${thread.id}/messages`);
  discord.faults.next({ route: inThread, method: 'POST', answer: 'drop-after-effect' });
  expect(await pings('reminder', { audience: ada.id })).toMatchObject({ kind: 'transient' });
  // Discord has forgotten the nonce.
  at(startsAt.subtract({ hours: 23 }));
  await again(server, { kind: 'reminder', audience: ada.id });
  expect(ada.reads(thread).filter(({ text }) => text.includes('does not let me write to you'))).toHaveLength(1);
});

test('of a reminder in parts, whoever is in none of those that are there is reminded in another', async () => {
  const server = await aGroupServer({ now: startsAt.subtract({ hours: 24 }) });
  const { db, guild, pings, comes } = server;
  const members = Array.from({ length: 92 }, (_, index) => guild.join({ name: `m${index}` }));
  for (const member of members.slice(0, 91)) await comes(member);
  await pings('thread');
  const reminder = { kind: 'reminder', audience: 'thread-1440' } as const;
  await pings('reminder', reminder);
  const [first, last] = [members[0], members.at(-1)];
  if (!first || !last) throw new Error('Somebody did not join.');
  const without = { groupKey, planned, isComing: false } as const;
  await saveAnswer(db, { guildId: guild.id, userId: first.id }, without, '900', startsAt.subtract({ hours: 70 }));
  await comes(last);
  expect(await again(server, reminder)).toMatchObject({ kind: 'delivered' });
  const thread = guild.threads[0] ?? guild;
  const rung = guild.owner.reads(thread).flatMap(({ pings }) => pings);
  expect(rung.toSorted()).toEqual(members.map(({ id }) => id).toSorted());
});
