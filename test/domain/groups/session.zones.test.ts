/** Sessions around every change of every zone's clocks, held to nothing but the offsets before and after it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weekdays } from '../../../src/domain/community.ts';
import { noExceptions, sessionPlannedAt, sessionsOf } from '../../../src/domain/groups/session.ts';
import { at } from '../../support/builders.ts';
import { daily } from './a-year.ts';

const zones = Intl.supportedValuesOf('timeZone');
const [from, until] = [at('2020-01-01'), at('2038-01-01')];
const minute = 60_000;

interface Change {
  readonly zone: string;
  readonly at: number;
  /** Milliseconds ahead of UTC. */
  readonly before: number;
  readonly after: number;
}

function changesOf(zone: string): readonly Change[] {
  const found: Change[] = [];
  for (let next = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next'); next; ) {
    if (Temporal.Instant.compare(next.toInstant(), until) >= 0) break;
    const before = next.subtract({ nanoseconds: 1 }).offsetNanoseconds / 1e6;
    found.push({ zone, at: next.epochMilliseconds, before, after: next.offsetNanoseconds / 1e6 });
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

const changes = zones.flatMap(changesOf).filter(({ before, after }) => before !== after);

/** What clocks with this offset show. */
const shown = (epoch: number, offset: number) => new Date(epoch + offset).toISOString().slice(0, 16);

test.each([
  ['skipped', 'gap', changes.filter(({ before, after }) => after > before)],
  ['shown twice', 'overlap', changes.filter(({ before, after }) => after < before)],
] as const)('whatever the clocks say, a time that is %s is read with the offset before', (_, clocks, some) => {
  expect(some.length).toBeGreaterThan(1000);
  for (const { zone, at, before, after } of some) {
    const length = Math.abs(after - before);
    for (const into of [0, length / 2, length - minute]) {
      const first = clocks === 'gap' ? at + into : at - length + into;
      const planned = shown(first, before);
      const found = sessionPlannedAt({ key: 'g', slots: daily(planned.slice(11), zone) }, planned, noExceptions);
      expect([zone, found?.startsAt.epochMilliseconds, found?.clocks]).toEqual([zone, first, clocks]);
    }
    const [last, next] = clocks === 'gap' ? [at - minute, at] : [at - length - minute, at + length];
    for (const [epoch, offset] of [
      [last, before],
      [next, after],
    ] as const) {
      const planned = shown(epoch, offset);
      const found = sessionPlannedAt({ key: 'g', slots: daily(planned.slice(11), zone) }, planned, noExceptions);
      expect([zone, found?.startsAt.epochMilliseconds, found?.clocks]).toEqual([zone, epoch, undefined]);
    }
  }
});

const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '59'))
  .map(([hour, minutes]) => `${String(hour).padStart(2, '0')}:${minutes}`);

test('a weekly meeting takes place once in each week of the calendar, in any zone at any time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.constantFrom(...weekdays),
      anyTime,
      fc.integer({ min: 2020, max: 2036 }),
      (zone, day, time, year) => {
        const group = { key: 'g', slots: [{ day, at: time, minutes: 60, zone }] };
        const monday = Temporal.PlainDate.from({ year, month: 1, day: 4 });
        const first = monday.subtract({ days: monday.dayOfWeek - 1 });
        const [start, end] = [first, first.add({ weeks: 53 })].map(date => date.toZonedDateTime(zone).toInstant());
        if (!start || !end) throw new Error('A year has two ends.');
        const weeks = sessionsOf(group, noExceptions, start, end).map(({ startsAt }) => {
          const { yearOfWeek, weekOfYear } = startsAt.toZonedDateTimeISO(zone);
          return `${yearOfWeek}-W${weekOfYear}`;
        });
        const calendar = Array.from({ length: 53 }, (_, index) => {
          const { yearOfWeek, weekOfYear } = first.add({ weeks: index });
          return `${yearOfWeek}-W${weekOfYear}`;
        });
        expect(weeks).toEqual(calendar);
      },
    ),
    { numRuns: 300 },
  );
});
