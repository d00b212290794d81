/** Events in a voice channel are begun and ended on time. */
import { expect, test } from 'vitest';
import { aCalendar } from './a-calendar.ts';
import { startsAt } from './a-group.ts';

const delivered = { kind: 'delivered' };
const ends = startsAt.add({ hours: 1 });

/** At the start of the first session, with its event. */
async function atTheStart() {
  const calendar = await aCalendar();
  await calendar.mirrored();
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

test('a session that was moved a moment ago on the calendar is waited for', async () => {
  const { guild, pings, event } = await atTheStart();
  guild.changeScheduledEvent(event, { startsAt: startsAt.add({ hours: 2 }), endsAt: startsAt.add({ hours: 3 }) });
  expect(await pings('event-start')).toMatchObject({ kind: 'transient' });
  expect(event.status).toBe('scheduled');
});

test('a session without an event needs none begun', async () => {
  const { pings } = await aCalendar();
  expect(await pings('event-start')).toEqual({ kind: 'suppressed', reason: 'it has no event' });
});
