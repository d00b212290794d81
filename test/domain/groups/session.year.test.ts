/** A year of sessions in seven zones, counted against ical.js and tz data that Temporal had no hand in. */
import { describe, expect, test } from 'vitest';
import { loadData } from '../../../src/curriculum/load.ts';
import { groupsOfFile } from '../../../src/domain/groups/group.ts';
import { noExceptions, sessionsOf } from '../../../src/domain/groups/session.ts';
import { occurrenceAt } from '../../support/timezones/recurrence.ts';
import { daily, starts, type Year, yearOf } from './a-year.ts';

const { community } = await loadData('data');
const instant = Temporal.Instant.fromEpochMilliseconds;

/** How many of the daily meetings' wall times the year skips, or shows twice. */
const years: readonly [zone: string, year: number, times: Readonly<Record<string, number>>][] = [
  ['Europe/Berlin', 2025, { '00:30': 0, '01:30': 0, '02:30': 2 }],
  ['Europe/Berlin', 2027, { '00:30': 0, '01:30': 0, '02:30': 2 }],
  ['America/New_York', 2025, { '00:30': 0, '01:30': 1, '02:30': 1 }],
  ['America/New_York', 2027, { '00:30': 0, '01:30': 1, '02:30': 1 }],
  ['Asia/Kolkata', 2025, { '00:30': 0, '01:30': 0, '02:30': 0 }],
  ['Australia/Lord_Howe', 2025, { '00:30': 0, '01:30': 1, '02:15': 1, '02:30': 0 }],
  ['Australia/Lord_Howe', 2027, { '00:30': 0, '01:30': 1, '02:15': 1, '02:30': 0 }],
  ['Africa/Casablanca', 2025, { '00:30': 0, '01:30': 0, '02:30': 2 }],
  ['Pacific/Apia', 2011, { '00:30': 1, '01:30': 1, '02:30': 1, '03:30': 3 }],
  ['Pacific/Apia', 2025, { '00:30': 0, '01:30': 0, '02:30': 0 }],
  ['UTC', 2025, { '00:30': 0, '01:30': 0, '02:30': 0 }],
];

function ours(slots: Parameters<typeof starts>[0], { from, until }: Year): readonly number[] {
  const sessions = sessionsOf({ key: 'g', slots }, noExceptions, instant(from), instant(until));
  return sessions.map(({ startsAt }) => startsAt.epochMilliseconds);
}

describe.each(years)('%s in %i', (zone, year, times) => {
  const span = yearOf(year);

  test.each(Object.entries(times))('a daily meeting at %s takes place when RFC 5545 says', (time, odd) => {
    const slots = daily(time, zone);
    const expected = starts(slots, span);
    expect(expected.odd).toBe(odd);
    expect(expected.at).toHaveLength(365);
    expect(ours(slots, span)).toEqual(expected.at);
  });

  test.each(groupsOfFile(community, zone).map(group => [group.title, group.slots] as const))(
    'every session of %s is found once, and no other',
    (_, slots) => {
      const expected = starts(slots, span).at;
      expect(expected.length).toBeGreaterThanOrEqual(51 * slots.length);
      expect(ours(slots, span)).toEqual(expected);
    },
  );
});

describe('RFC 5545 §3.3.5', () => {
  const examples = [
    // "TZID=America/New_York:20071104T013000 indicates November 4, 2007 at 1:30 A.M. EDT (UTC-04:00)."
    ['2007-11-04', '01:30', '2007-11-04T05:30:00Z'],
    // "TZID=America/New_York:20070311T023000 indicates March 11, 2007 at 3:30 A.M. EDT (UTC-04:00)."
    ['2007-03-11', '02:30', '2007-03-11T07:30:00Z'],
  ] as const;

  test.each(examples)('New York, %s at %s', (date, time, at) => {
    expect(new Date(occurrenceAt(`${date}T${time}:00`, 'America/New_York').at)).toEqual(new Date(at));
    const noon = Temporal.Instant.from(`${date}T12:00Z`);
    const found = sessionsOf(
      { key: 'g', slots: daily(time, 'America/New_York') },
      noExceptions,
      noon.subtract({ hours: 12 }),
      noon,
    );
    expect(found.map(({ startsAt }) => String(startsAt))).toEqual([at]);
  });
});
