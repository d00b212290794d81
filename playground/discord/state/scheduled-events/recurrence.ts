/** When a recurring event takes place, in UTC as Discord counts: it knows no time zones, so nothing moves with the clocks. */
import type { RecurrenceRecord } from './scheduled-event-record.ts';

const day = 86_400_000;
/** The 29th of February can be eight years away. */
const longestGap = 366 * 9;

const Frequency = { yearly: 0, monthly: 1, weekly: 2, daily: 3 } as const;

/** Monday is 0; the first day of 1970 was a Thursday. */
const weekdayOf = (dayNumber: number) => (((dayNumber + 3) % 7) + 7) % 7;
const weekOf = (dayNumber: number) => Math.floor((dayNumber + 3) / 7);

/** The first start later than this moment; undefined if there is none. */
export function nextOccurrence(rule: RecurrenceRecord, after: number): number | undefined {
  const firstDay = Math.floor(rule.start / day);
  const timeOfDay = rule.start - firstDay * day;
  const from = Math.max(firstDay, Math.floor(after / day));
  for (let number = from; number <= from + longestGap; number += 1) {
    const start = number * day + timeOfDay;
    if (start > after && fallsOn(rule, number, firstDay)) return start;
  }
  return undefined;
}

export function isOccurrence(rule: RecurrenceRecord, start: number): boolean {
  return nextOccurrence(rule, start - 1) === start;
}

function fallsOn(rule: RecurrenceRecord, number: number, firstDay: number): boolean {
  switch (rule.frequency) {
    case Frequency.daily:
      return rule.byWeekday?.includes(weekdayOf(number)) ?? true;
    case Frequency.weekly:
      return (
        (weekOf(number) - weekOf(firstDay)) % rule.interval === 0 &&
        (rule.byWeekday?.includes(weekdayOf(number)) ?? false)
      );
    case Frequency.monthly:
      return rule.byNWeekday?.some(({ n, day: weekday }) => isNth(number, n, weekday)) ?? false;
    case Frequency.yearly: {
      const date = new Date(number * day);
      const isLast = date.getUTCDate() === daysInMonth(date);
      return (
        (rule.byMonth?.includes(date.getUTCMonth() + 1) ?? false) &&
        (rule.byMonthDay?.some(wanted => wanted === date.getUTCDate() || (wanted === -1 && isLast)) ?? false)
      );
    }
  }
}

/** The fifth is the last one of the month. */
function isNth(number: number, n: number, weekday: number): boolean {
  if (weekdayOf(number) !== weekday) return false;
  const date = new Date(number * day);
  return n === 5 ? date.getUTCDate() + 7 > daysInMonth(date) : Math.ceil(date.getUTCDate() / 7) === n;
}

const daysInMonth = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
