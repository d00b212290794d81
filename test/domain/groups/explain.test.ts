/** What comes next for a group, for whom, and what daylight saving does to it. */
import { expect, test } from 'vitest';
import { clockChangeIn, inUtc } from '../../../src/domain/groups/clock-change.ts';
import { isFor, nextPings, offAmong } from '../../../src/domain/groups/explain.ts';
import type { Group } from '../../../src/domain/groups/group.ts';
import { type Comer, type PingPlan, usualRules } from '../../../src/domain/groups/ping.ts';
import { noExceptions } from '../../../src/domain/groups/session.ts';
import { at } from '../../support/builders.ts';

const group: Group = {
  key: 'g',
  title: 'G',
  kind: 'study-group',
  paths: [],
  channel: 'c',
  isProposed: false,
  slots: [{ day: 'Sunday', at: '19:00', minutes: 60, zone: 'Europe/Berlin' }],
};
const plan = (more: Partial<PingPlan> = {}): PingPlan => {
  return { group, exceptions: noExceptions, rules: usualRules, comers: () => [], hasVoice: false, ...more };
};
const wall = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Berlin').toPlainTime().toString();

/** Thursday; on Sunday, 28 March, the clocks in Berlin go forward at 2. */
const thursday = at('2027-03-25T12:00:00Z');

test('the next pings are in order, and the change of the clocks stands where it falls', () => {
  const next = nextPings(plan(), '1', thursday, 8);
  expect(next.map(({ ping, clocks }) => [ping.kind, String(ping.dueAt), clocks?.date])).toEqual([
    ['thread', '2027-03-27T17:00:00Z', undefined],
    ['session', '2027-03-28T16:45:00Z', '2027-03-28'],
    ['check-in', '2027-03-28T17:00:00Z', undefined],
    ['week-plan', '2027-03-29T07:00:00Z', undefined],
    ['thread', '2027-04-03T17:00:00Z', undefined],
    ['session', '2027-04-04T16:45:00Z', undefined],
    ['check-in', '2027-04-04T17:00:00Z', undefined],
    ['week-plan', '2027-04-05T07:00:00Z', undefined],
  ]);
  const threads = next.filter(({ ping }) => ping.kind === 'thread').map(({ ping }) => wall(ping.dueAt));
  // 24 hours before 19:00 is 18:00 on the wall when an hour is missing in between.
  expect(threads).toEqual(['18:00:00', '19:00:00']);
});

test('of reminders by direct message everybody sees only their own, and how many are reminded in the thread', () => {
  const comers: readonly Comer[] = [
    { userId: '1', lead: 60, where: 'dm' },
    { userId: '11', lead: 60, where: 'dm' },
    { userId: '3', lead: 60, where: 'thread' },
    { userId: '4', lead: 60, where: 'thread' },
  ];
  const reminders = nextPings(plan({ comers: () => comers }), '1', thursday, 8).filter(
    ({ ping }) => ping.kind === 'reminder',
  );
  expect(reminders.slice(0, 2).map(({ ping, people }) => [ping.audience, people])).toEqual([
    ['1', undefined],
    ['thread-60', 2],
  ]);
  const own = { groupKey: 'g', occurrence: '2027-03-28T19:00', kind: 'reminder', audience: '1+2' } as const;
  expect([isFor('1', own), isFor('11', own)]).toEqual([true, false]);
});

test('whoever rests is not counted among those who are reminded', () => {
  const rests = [{ from: '2027-03-27', until: '2027-03-29' }];
  const comers: readonly Comer[] = [
    { userId: '3', lead: 60, where: 'thread' },
    { userId: '4', lead: 60, where: 'thread', rests },
  ];
  const next = nextPings(plan({ comers: () => comers }), '1', thursday, 8);
  expect(next.flatMap(({ people }) => people ?? [])).toEqual([1, 2]);
});

test('a reminder that was put off stands among the next, unless what it was about has changed since', () => {
  const comers: readonly Comer[] = [{ userId: '1', lead: 60, where: 'dm' }];
  const again = {
    groupKey: 'g',
    occurrence: '2027-03-28T19:00',
    kind: 'reminder',
    audience: '1+1',
    dueAt: at('2027-03-28T16:30:00Z'),
    expiresAt: at('2027-03-28T17:00:00Z'),
  } as const;
  const kinds = (more: Partial<PingPlan>) =>
    nextPings(plan(more), '1', thursday, 5, { putOff: [again] }).map(({ ping: { kind, audience }, putOff }) => [
      kind,
      audience,
      putOff,
    ]);
  expect(kinds({ comers: () => comers })).toEqual([
    ['thread', 'channel', undefined],
    ['reminder', '1', undefined],
    ['reminder', '1+1', 'dm'],
    ['session', 'role', undefined],
    ['check-in', 'channel', undefined],
  ]);
  const isThere = (more: Partial<PingPlan>) => kinds(more).some(([, audience]) => audience === again.audience);
  const change = { planned: again.occurrence, kind: 'moved', to: '2027-03-28T20:00', revision: 1 } as const;
  expect([
    isThere({ comers: () => [] }),
    isThere({ comers: () => comers.map(one => ({ ...one, rests: [{ from: '2027-03-28', until: '2027-03-28' }] })) }),
    isThere({ comers: () => comers, exceptions: { changes: new Map([[change.planned, change]]), breaks: [] } }),
    isThere({ comers: () => comers, rules: { ...usualRules, reminder: { ...usualRules.reminder, on: false } } }),
  ]).toEqual([false, false, false, false]);
});

test('after a pause of months the next pings are those after it', () => {
  const exceptions = {
    changes: new Map(),
    breaks: [{ kind: 'paused', from: '2027-03-20', until: '2027-06-30' } as const],
  };
  const next = nextPings(
    plan({ exceptions, rules: { ...usualRules, weekPlan: { ...usualRules.weekPlan, on: false } } }),
    '1',
    thursday,
    3,
  );
  expect(next.map(({ ping }) => ping.occurrence)).toEqual(['2027-07-04T19:00', '2027-07-04T19:00', '2027-07-04T19:00']);
  expect(offAmong(plan({ exceptions }), next, thursday)).toHaveLength(14);
});

test('what is off within two weeks is told, however soon the next pings are', () => {
  const exceptions = { changes: new Map(), breaks: [{ kind: 'paused', from: '2027-04-01' } as const] };
  const next = nextPings(plan({ exceptions }), '1', thursday, 1);
  const off = offAmong(plan({ exceptions }), next, thursday);
  expect(off.map(({ planned }) => planned)).toEqual(['2027-04-04T19:00']);
});

test.each([
  ['Europe/Berlin', '2027-03-28', 60, '18:00', '17:00'],
  ['America/New_York', '2027-11-07', -60, '23:00', '00:00'],
  ['Australia/Lord_Howe', '2027-04-04', -30, '08:00', '08:30'],
])('the clocks in %s change on %s by %d minutes', (zone, date, minutes, before, after) => {
  const day = Temporal.PlainDate.from(date);
  const from = day.subtract({ days: 3 }).toZonedDateTime('UTC').toInstant();
  const change = clockChangeIn(zone, from, from.add({ hours: 6 * 24 }));
  expect(change).toMatchObject({ zone, date, minutes });
  expect(change && inUtc('19:00', change)).toEqual({ before, after });
});

test('where the clocks never change, nothing is said of it', () => {
  expect(clockChangeIn('Asia/Kolkata', thursday, thursday.add({ hours: 366 * 24 }))).toBeUndefined();
});
