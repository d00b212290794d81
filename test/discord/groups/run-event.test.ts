/** Events in a voice channel are begun and ended on time. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import type { RequestedChange } from '../../../src/domain/groups/changing.ts';
import { aCalendar } from './a-calendar.ts';
import { planned, startsAt } from './a-group.ts';

const delivered = { kind: 'delivered' };
const ends = startsAt.add({ hours: 1 });

/** At the start of the first session, with its event; `before`: what a host has decided that it does not show yet. */
async function atTheStart(before?: RequestedChange) {
  const calendar = await aCalendar();
  await calendar.mirrored();
  if (before) await calendar.decides(before);
  calendar.at(startsAt);
  const [event] = calendar.events();
  if (!event) throw new Error('There is no event');
  return { ...calendar, event };
}

test('the event begins with the session and is completed at its end', async () => {
  const { pings, event, at } = await atTheStart();
  expect(await pings('event-start')).toEqual(delivered);
  expect(event.status).toBe('active');
  at(ends.add({ seconds: 1 }));
  expect(await pings('event-end')).toEqual(delivered);
  expect(event.status).toBe('completed');
});

test('what people began or ended before stays as it is', async () => {
  const { guild, pings, event, at } = await atTheStart();
  guild.startScheduledEvent(event);
  expect(await pings('event-start')).toEqual(delivered);
  guild.endScheduledEvent(event);
  at(ends);
  expect(await pings('event-end')).toEqual(delivered);
  expect(event.status).toBe('completed');
});

test('one that was ended before its start is not begun, nor one that was deleted', async () => {
  const { guild, pings, event } = await atTheStart();
  guild.cancelScheduledEvent(event);
  expect(await pings('event-start')).toEqual({ kind: 'suppressed', reason: 'its event was ended before' });
  guild.deleteScheduledEvent(event);
  const again = { audience: 'again' };
  expect(await pings('event-start', again)).toEqual({ kind: 'suppressed', reason: 'its event was deleted' });
});

test('ended between the look and the request, there is nothing left to do', async () => {
  const { discord, pings } = await atTheStart();
  discord.faults.next({
    route: /scheduled-events/,
    method: 'PATCH',
    answer: { status: 400, body: { code: 180000, message: 'Cannot update a finished event' } },
  });
  expect(await pings('event-start')).toEqual(delivered);
});

test('one that nobody began is tidied up at the end', async () => {
  const { pings, event, at } = await atTheStart();
  at(ends);
  expect(await pings('event-end')).toEqual(delivered);
  expect(event.status).toBe('canceled');
});

test('elsewhere than in a voice channel Discord does it', async () => {
  const { guild, mirrored, events, pings, at } = await aCalendar();
  await mirrored();
  const [event] = events();
  if (event) guild.changeScheduledEvent(event, { location: 'The park' });
  at(startsAt);
  expect(await pings('event-start')).toEqual({ kind: 'suppressed', reason: 'its event is not in a voice channel' });
});

test('one that was moved by hand, and that its session could not follow, is neither begun nor cancelled', async () => {
  const { guild, pings, event, at } = await atTheStart();
  guild.changeScheduledEvent(event, { startsAt: startsAt.add({ hours: 2 }), endsAt: startsAt.add({ hours: 3 }) });
  const byHand = { kind: 'suppressed', reason: 'it was moved by hand' };
  expect(await pings('event-start')).toEqual(byHand);
  at(ends.add({ minutes: 1 }));
  expect(await pings('event-end')).toEqual(byHand);
  expect(event.status).toBe('scheduled');
});

test('one that Cairn itself has not moved yet is begun and ended with its session all the same', async () => {
  const later = { kind: 'move', to: '2027-03-29T19:05' } as const;
  const occurrence = `${planned}~1`;
  const { pings, event, at } = await atTheStart(later);
  at(startsAt.add({ minutes: 5 }));
  expect(await pings('event-start', { occurrence })).toEqual(delivered);
  expect(event.status).toBe('active');
  const other = await atTheStart(later);
  other.at(ends.add({ minutes: 5 }));
  expect(await other.pings('event-end', { occurrence })).toEqual(delivered);
  expect(other.event.status).toBe('canceled');
});

test('an end that was put off by hand is left to Discord, which waits until nobody is there', async () => {
  const { guild, hall, pings, event, at } = await atTheStart();
  await pings('event-start');
  guild.owner.joinsVoice(hall);
  guild.changeScheduledEvent(event, { endsAt: ends.add({ hours: 1 }) });
  at(ends.add({ minutes: 1 }));
  expect(await pings('event-end')).toEqual({ kind: 'suppressed', reason: 'its end was moved by hand' });
  expect(event.status).toBe('active');
  guild.owner.leavesVoice();
  at(ends.add({ minutes: 10 }));
  expect(event.status).toBe('completed');
});

test('nor is it kept open by an end that has passed as well', async () => {
  const { guild, hall, pings, event, at } = await atTheStart();
  await pings('event-start');
  guild.owner.joinsVoice(hall);
  guild.changeScheduledEvent(event, { endsAt: ends.add({ minutes: 30 }) });
  at(ends.add({ hours: 1 }));
  expect(await pings('event-end')).toEqual(delivered);
  expect(event.status).toBe('completed');
});

test('what Cairn lacks in the voice channel is named', async () => {
  const { guild, hall, hears, pings } = await atTheStart();
  const everyone = { id: guild.id };
  await hears('channelUpdate', () =>
    guild.changeChannel(hall, { overwrites: [{ for: everyone, deny: PermissionFlagsBits.Connect }] }),
  );
  const problem = { kind: 'permission-missing', permission: 'Connect', channelId: hall.id };
  expect(await pings('event-start')).toEqual({ kind: 'blocked', problem });
});

test('a session without an event needs none begun', async () => {
  const { pings } = await aCalendar();
  expect(await pings('event-start')).toEqual({ kind: 'suppressed', reason: 'it has no event' });
});
