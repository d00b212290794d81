/** A move on Discord's calendar that was refused stays where it is until somebody decides anew, and is no decision itself. */
import { expect, test } from 'vitest';
import { aCalendar, type Calendar, nextStart } from './a-calendar.ts';
import { planned, startsAt } from './a-group.ts';

const delivered = { kind: 'delivered' };
const movedTo = startsAt.add({ hours: 26 });
const far = startsAt.add({ hours: 20 * 24 });
const vain = (why: string) => ({ ...delivered, noticed: { kind: 'event-impossible', title: 'Readers', planned, why } });

function drags({ guild, events }: Calendar, to: Temporal.Instant): void {
  const [event] = events();
  if (event) guild.changeScheduledEvent(event, { startsAt: to, endsAt: to.add({ hours: 1 }) });
}

test('it follows once a host moves the session, and organisers hear of it no more', async () => {
  const calendar = await aCalendar();
  await calendar.mirrored();
  drags(calendar, far);
  expect(await calendar.mirrored()).toEqual(vain('too-far'));
  await calendar.decides({ kind: 'move', to: '2027-03-30T21:00' });
  expect(await calendar.mirrored()).toEqual(delivered);
  expect(calendar.states()[0]).toBe(`scheduled ${movedTo}`);
  expect(await calendar.mirrored()).toEqual(delivered);
  // Refused for the new date as well, it is a new word.
  drags(calendar, far);
  expect(await calendar.mirrored()).toEqual(vain('too-far'));
});

test('it follows although the answer to that change was lost', async () => {
  const calendar = await aCalendar();
  await calendar.mirrored();
  drags(calendar, far);
  await calendar.mirrored();
  await calendar.decides({ kind: 'move', to: '2027-03-30T21:00' });
  calendar.discord.faults.next({ route: /scheduled-events/, method: 'PATCH', answer: 'drop-after-effect' });
  expect(await calendar.look()).toMatchObject({ kind: 'transient' });
  expect(await calendar.mirrored()).toEqual(delivered);
  expect(calendar.states()[0]).toBe(`scheduled ${movedTo}`);
  expect(await calendar.changes()).toMatchObject([{ to: '2027-03-30T21:00', revision: 1 }]);
});

test('it is not carried out later by itself, when the time has become free', async () => {
  const calendar = await aCalendar();
  await calendar.mirrored();
  const [, other] = calendar.events();
  drags(calendar, nextStart);
  expect(await calendar.mirrored()).toEqual(vain('taken'));
  if (other) calendar.guild.cancelScheduledEvent(other);
  for (const _ of ['frees the time', 'looks again']) expect(await calendar.mirrored()).toEqual(vain('taken'));
  expect((await calendar.changes()).map(({ kind }) => kind)).toEqual(['skipped']);
});

test('it is tried again when somebody moves the event back first', async () => {
  const calendar = await aCalendar();
  await calendar.mirrored();
  const [, other] = calendar.events();
  drags(calendar, nextStart);
  await calendar.mirrored();
  if (other) calendar.guild.cancelScheduledEvent(other);
  drags(calendar, startsAt);
  expect(await calendar.mirrored()).toEqual(delivered);
  drags(calendar, nextStart);
  expect(await calendar.mirrored()).toEqual(delivered);
  expect((await calendar.changes()).map(({ kind }) => kind).sort()).toEqual(['moved', 'skipped']);
});

test('the second of a time that comes twice gives way as well', async () => {
  const [before, second] = [Temporal.Instant.from('2027-10-25T11:00Z'), Temporal.Instant.from('2027-10-31T01:30Z')];
  const calendar = await aCalendar({ now: before });
  await calendar.mirrored();
  drags(calendar, second);
  const why = { kind: 'event-impossible', why: 'twice' };
  expect(await calendar.mirrored()).toMatchObject({ ...delivered, noticed: why });
  await calendar.decides({ kind: 'move', to: '2027-10-26T19:00' }, '2027-10-25T19:00');
  expect(await calendar.mirrored()).toEqual(delivered);
  expect(calendar.states()[0]).toBe('scheduled 2027-10-26T17:00:00Z');
});
