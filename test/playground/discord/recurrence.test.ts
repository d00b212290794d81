import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOccurrence, nextOccurrence } from '../../../playground/discord/state/scheduled-events/recurrence.ts';
import type { RecurrenceRecord } from '../../../playground/discord/state/scheduled-events/scheduled-event-record.ts';

const none = { interval: 1, byWeekday: null, byNWeekday: null, byMonth: null, byMonthDay: null } as const;
/** Tuesday. */
const start = Date.parse('2026-03-03T17:30Z');

function starts(rule: Partial<RecurrenceRecord> & Pick<RecurrenceRecord, 'frequency'>, count = 5): string[] {
  const found: string[] = [];
  let last = start - 1;
  while (found.length < count) {
    const next = nextOccurrence({ ...none, start, ...rule }, last);
    if (next === undefined) break;
    found.push(new Date(next).toISOString().slice(0, 16));
    last = next;
  }
  return found;
}
const days = (rule: Parameters<typeof starts>[0], count?: number) => starts(rule, count).map(at => at.slice(0, 10));

describe('occurrences', () => {
  test('of a weekly rule', () => {
    expect(starts({ frequency: 2, byWeekday: [1] }, 3)).toEqual([
      '2026-03-03T17:30',
      '2026-03-10T17:30',
      '2026-03-17T17:30',
    ]);
  });

  test('of an every-other-week rule on an earlier weekday skip the first week and the one after the next', () => {
    expect(days({ frequency: 2, interval: 2, byWeekday: [0] }, 3)).toEqual(['2026-03-16', '2026-03-30', '2026-04-13']);
  });

  test('of a rule for Sunday to Thursday leave Friday and Saturday out', () => {
    expect(days({ frequency: 3, byWeekday: [6, 0, 1, 2, 3] })).toEqual([
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-08',
      '2026-03-09',
    ]);
  });

  test('of a monthly rule fall on the nth weekday, the fifth being the last', () => {
    expect(days({ frequency: 1, byNWeekday: [{ n: 1, day: 1 }] }, 3)).toEqual([
      '2026-03-03',
      '2026-04-07',
      '2026-05-05',
    ]);
    expect(days({ frequency: 1, byNWeekday: [{ n: 5, day: 4 }] }, 3)).toEqual([
      '2026-03-27',
      '2026-04-24',
      '2026-05-29',
    ]);
  });

  test('of a yearly rule fall on the date, of the 29th of February in leap years', () => {
    expect(days({ frequency: 0, byMonth: [1], byMonthDay: [31] }, 2)).toEqual(['2027-01-31', '2028-01-31']);
    expect(days({ frequency: 0, byMonth: [2], byMonthDay: [29] }, 2)).toEqual(['2028-02-29', '2032-02-29']);
    expect(days({ frequency: 0, byMonth: [4], byMonthDay: [-1] }, 2)).toEqual(['2026-04-30', '2027-04-30']);
  });

  test('of an impossible date there are none', () => {
    expect(days({ frequency: 0, byMonth: [2], byMonthDay: [30] })).toEqual([]);
  });
});

const weekday = fc.integer({ min: 0, max: 6 });
const anyStart = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map(date => date.getTime());
const sets = [
  [0, 1, 2, 3, 4],
  [1, 2, 3, 4, 5],
  [6, 0, 1, 2, 3],
  [4, 5],
  [5, 6],
  [6, 0],
];
const anyRule: fc.Arbitrary<RecurrenceRecord> = anyStart.chain(from =>
  fc.oneof(
    fc.constantFrom(null, ...sets).map(byWeekday => ({ ...none, start: from, frequency: 3 as const, byWeekday })),
    fc
      .record({ interval: fc.constantFrom(1, 2), byWeekday: weekday.map(day => [day]) })
      .map(rule => ({ ...none, start: from, frequency: 2 as const, ...rule })),
    fc
      .record({ n: fc.integer({ min: 1, max: 5 }), day: weekday })
      .map(one => ({ ...none, start: from, frequency: 1 as const, byNWeekday: [one] })),
    fc
      .record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) })
      .map(({ month, day }) => ({ ...none, start: from, frequency: 0 as const, byMonth: [month], byMonthDay: [day] })),
  ),
);

/** Written with Temporal and in another way, to compare with. */
function fits(rule: RecurrenceRecord, at: number): boolean {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC');
  const first = Temporal.Instant.fromEpochMilliseconds(rule.start).toZonedDateTimeISO('UTC');
  const day = date.dayOfWeek - 1;
  if (!date.toPlainTime().equals(first.toPlainTime()) || at < rule.start) return false;
  if (rule.byWeekday !== null && !rule.byWeekday.includes(day)) return false;
  if (rule.frequency === 2) {
    const monday = (when: Temporal.ZonedDateTime) => when.toPlainDate().subtract({ days: when.dayOfWeek - 1 });
    return monday(first).until(monday(date), { largestUnit: 'weeks' }).weeks % rule.interval === 0;
  }
  const nth = rule.byNWeekday?.[0];
  if (nth !== undefined) {
    const isLast = date.add({ weeks: 1 }).month !== date.month;
    return day === nth.day && (nth.n === 5 ? isLast : Math.floor((date.day - 1) / 7) + 1 === nth.n);
  }
  return rule.byMonth === null || (date.month === rule.byMonth[0] && date.day === rule.byMonthDay?.[0]);
}

describe('whatever the rule', () => {
  test('the next occurrence is the first moment later than the one asked for that fits', () => {
    fc.assert(
      fc.property(anyRule, fc.integer({ min: -400, max: 1500 }), (rule, shift) => {
        const after = rule.start + shift * 86_400_000 + 1234;
        const next = nextOccurrence(rule, after) ?? Number.NaN;
        expect(next).toBeGreaterThan(after);
        expect(fits(rule, next)).toBe(true);
        expect(isOccurrence(rule, next)).toBe(true);
        const timeOfDay = rule.start % 86_400_000;
        for (let at = Math.floor(after / 86_400_000) * 86_400_000 + timeOfDay; at < next; at += 86_400_000)
          if (at > after) expect(fits(rule, at)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('occurrences follow each other at the time of day of the start, for years', () => {
    fc.assert(
      fc.property(anyRule, rule => {
        let last = rule.start - 1;
        for (let count = 0; count < 30; count += 1) {
          const next = nextOccurrence(rule, last) ?? Number.NaN;
          expect(next % 86_400_000).toBe(rule.start % 86_400_000);
          expect(next).toBeGreaterThan(last);
          last = next;
        }
      }),
      { numRuns: 50 },
    );
  });
});
