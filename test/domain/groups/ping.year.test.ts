/** Everything that is said in a year, counted against ical.js; and the same whatever windows the year is looked at in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadData } from '../../../src/curriculum/load.ts';
import { type Group, groupsOfFile, type Slot } from '../../../src/domain/groups/group.ts';
import { communityPings, type Ping, type PingPlan, pingsOf, usualRules } from '../../../src/domain/groups/ping.ts';
import { type Exceptions, noExceptions, type SessionChange, sessionsOf } from '../../../src/domain/groups/session.ts';
import { daily, starts, type Year, yearOf } from './a-year.ts';

const { community } = await loadData('data');
const instant = Temporal.Instant.fromEpochMilliseconds;
const minute = 60_000;

const years = [
  ['Europe/Berlin', 2027],
  ['America/New_York', 2027],
  ['Asia/Kolkata', 2027],
  ['Australia/Lord_Howe', 2027],
  ['Africa/Casablanca', 2025],
  ['Pacific/Apia', 2011],
  ['Pacific/Apia', 2027],
  ['UTC', 2027],
] as const;

/** Those of the file, and daily ones that meet every gap and overlap. */
function groupsIn(zone: string): readonly Group[] {
  const [first] = groupsOfFile(community, zone);
  if (!first) throw new Error('data/community.yaml has study groups');
  const nightly = ['00:30', '01:30', '02:15', '02:30'].map((time): Group => {
    return { ...first, key: `daily-${time.replace(':', '')}`, title: `daily at ${time}`, slots: daily(time, zone) };
  });
  return [...groupsOfFile(community, zone), ...nightly];
}

const planOf = (group: Group, exceptions = noExceptions): PingPlan => ({
  group,
  exceptions,
  rules: usualRules,
  comers: () => [
    { userId: '1', lead: 24 * 60, where: 'thread' },
    { userId: '2', lead: 60, where: 'dm' },
  ],
  hasVoice: group.voice !== undefined,
});

const said = ({ kind, audience, dueAt }: Ping) => `${dueAt.epochMilliseconds} ${kind} ${audience}`;
const named = ({ groupKey, occurrence, kind, audience }: Ping) => `${groupKey}/${occurrence}/${kind}/${audience}`;
const mondays = (zone: string): readonly Slot[] => [{ day: 'Monday', at: '09:00', minutes: 1, zone }];
const sundays = (zone: string): readonly Slot[] => [{ day: 'Sunday', at: '18:00', minutes: 1, zone }];

describe.each(years)('%s in %i', (zone, year) => {
  const { from, until } = yearOf(year);
  const wide = { from: from - 9 * 24 * 60 * minute, until: until + 9 * 24 * 60 * minute };
  const inYear = (moment: number) => moment > from && moment <= until;

  test.each(groupsIn(zone).map(group => [group.title, group] as const))('%s: each ping once, on time', (_, group) => {
    const sessions = starts(group.slots, wide).at;
    const each = (kind: string, minutes: number) =>
      sessions
        .map(start => start + minutes * minute)
        .filter(inYear)
        .map(at => `${at} ${kind}`);
    const expected = [
      ...each('thread channel', -24 * 60),
      ...each('reminder thread-1440', -24 * 60),
      ...each('reminder 2', -60),
      ...each('session role', -15),
      ...each('check-in channel', 0),
      ...each('event-start channel', 0),
      ...each('event-end channel', 60),
      ...starts(mondays(zone), wide)
        .at.filter(inYear)
        .map(at => `${at} week-plan channel`),
    ];
    const pings = pingsOf(planOf(group), instant(from), instant(until));
    expect(pings.map(said).toSorted()).toEqual(expected.toSorted());
    expect(new Set(pings.map(named)).size).toBe(pings.length);
  });

  test('the digest comes every Sunday at 18:00', () => {
    const pings = communityPings(usualRules, zone, instant(from), instant(until));
    expect(pings.map(({ dueAt }) => dueAt.epochMilliseconds)).toEqual(starts(sundays(zone), wide).at.filter(inYear));
  });
});

/** What hosts did to some of the year's sessions, and a fortnight off. */
function exceptionsIn(group: Group, { from, until }: Year, done: readonly Done[]): Exceptions {
  const sessions = sessionsOf(group, noExceptions, instant(from), instant(until));
  const changes = done.map(({ which, kind, minutes }): SessionChange => {
    const planned = sessions[which % sessions.length]?.planned ?? '';
    const to = Temporal.PlainDateTime.from(planned).add({ minutes }).toString({ smallestUnit: 'minute' });
    return { planned, kind, revision: 1, ...(kind === 'moved' ? { to } : {}) };
  });
  const begins = instant(from).toZonedDateTimeISO('UTC').toPlainDate().add({ days: 200 });
  return {
    changes: new Map(changes.map(change => [change.planned, change])),
    breaks: [{ kind: 'holiday', from: begins.toString(), until: begins.add({ days: 13 }).toString() }],
  };
}

interface Done {
  readonly which: number;
  readonly kind: SessionChange['kind'];
  readonly minutes: number;
}

const anyDone: fc.Arbitrary<Done> = fc.record({
  which: fc.nat(400),
  kind: fc.constantFrom('moved', 'moved', 'skipped', 'held'),
  minutes: fc.integer({ min: -14 * 24 * 60, max: 14 * 24 * 60 }),
});

test('windows of any size, cut anywhere, lose nothing and repeat nothing, whatever was skipped and moved', () => {
  const steps = fc.array(
    fc.oneof(
      fc.integer({ min: 1, max: 90 }).map(minutes => minutes * minute),
      fc.integer({ min: 1, max: 72 }).map(hours => hours * 60 * minute),
      fc.integer({ min: 1, max: 60 }).map(days => days * 24 * 60 * minute),
      fc.constant('next ping' as const),
    ),
    { minLength: 20, maxLength: 60 },
  );
  const group = fc
    .constantFrom(...years)
    .chain(([zone, year]) => fc.tuple(fc.constantFrom(...groupsIn(zone)), fc.constant(yearOf(year))));
  fc.assert(
    fc.property(group, fc.array(anyDone, { maxLength: 9 }), steps, ([group, year], done, steps) => {
      const { from, until } = year;
      const plan = planOf(group, exceptionsIn(group, year, done));
      const whole = pingsOf(plan, instant(from), instant(until));
      const found: Ping[] = [];
      let looked = from;
      for (const step of [...steps, until]) {
        const due = whole.find(({ dueAt }) => dueAt.epochMilliseconds > looked)?.dueAt.epochMilliseconds;
        const next = Math.min(until, step === 'next ping' ? (due ?? until) : looked + step);
        found.push(...pingsOf(plan, instant(looked), instant(next)));
        looked = next;
      }
      expect(found.map(named).toSorted()).toEqual(whole.map(named).toSorted());
      expect(found.map(said).toSorted()).toEqual(whole.map(said).toSorted());
    }),
    { numRuns: 20 },
  );
});
