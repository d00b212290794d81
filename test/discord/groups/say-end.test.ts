/** A group's end is said once, though it is no longer among the groups. */
import { expect, test } from 'vitest';
import { forgetEnd, saveEnded } from '../../../src/store/groups/groups.ts';
import { endSchedule } from '../../../src/store/groups/schedules.ts';
import { aGroupServer, groupKey, planned, startsAt } from './a-group.ts';

const seconds = startsAt.epochMilliseconds / 1000;
const ping = { occurrence: `${planned.slice(0, 10)}~e7` };
const ended = ['### 👋 Readers has ended', 'It meets no more. What you learned there stays yours.'];

test('days before the next meeting the channel hears of it, and nobody is rung', async () => {
  const { db, guild, channel, pings, said, now } = await aGroupServer({ now: startsAt.subtract({ hours: 48 }) });
  await saveEnded(db, guild.id, groupKey, { at: now(), by: '7' });
  await endSchedule(db, guild.id, groupKey);
  expect(await pings('change', ping)).toMatchObject({ kind: 'delivered' });
  expect(await pings('change', ping, 2)).toMatchObject({ kind: 'delivered' });
  expect(said(channel)).toEqual([ended.join('\n')]);
});

test('shortly before a meeting whoever would turn up is rung, and reads it in the meeting’s thread', async () => {
  const { db, guild, channel, role, pings, said, now } = await aGroupServer();
  await pings('thread');
  await saveEnded(db, guild.id, groupKey, { at: now(), by: '7' });
  await pings('change', ping);
  const meeting = `~~<t:${seconds}:F> (19:00 in Europe/Berlin)~~`;
  expect(said(channel)).toEqual([[ended[0], meeting, `<@&${role.id}>`, ended[1]].join('\n')]);
  expect(said(guild.threads[0] ?? channel).at(-1)).toBe([ended[0], meeting, ended[1]].join('\n'));
});

test('started again before it was said, it is not', async () => {
  const { db, guild, channel, pings, said, now } = await aGroupServer();
  await saveEnded(db, guild.id, groupKey, { at: now(), by: '7' });
  await forgetEnd(db, guild.id, groupKey, '8');
  expect(await pings('change', ping)).toEqual({ kind: 'suppressed', reason: 'the group meets again' });
  expect(said(channel)).toEqual([]);
});
