/** The rules Discord's client makes from the start of an event; like everything on Discord's side they count in UTC. */
import type { RecurrenceRecord } from '../../state/scheduled-events/scheduled-event-record.ts';
import type { Repetition } from '../../surface/scheduled-events.ts';

const mondayToFriday = [0, 1, 2, 3, 4];

export function recurrenceFrom(startsAt: Temporal.Instant, repetition: Repetition): RecurrenceRecord {
  const date = startsAt.toZonedDateTimeISO('UTC');
  const weekday = date.dayOfWeek - 1;
  const none = { interval: 1, byWeekday: null, byNWeekday: null, byMonth: null, byMonthDay: null };
  const rule = { ...none, start: startsAt.epochMilliseconds };
  switch (repetition) {
    case 'daily':
      return { ...rule, frequency: 3 };
    case 'weekdays':
      return { ...rule, frequency: 3, byWeekday: mondayToFriday };
    case 'weekly':
      return { ...rule, frequency: 2, byWeekday: [weekday] };
    case 'every other week':
      return { ...rule, frequency: 2, interval: 2, byWeekday: [weekday] };
    case 'monthly':
      return { ...rule, frequency: 1, byNWeekday: [{ n: Math.ceil(date.day / 7), day: weekday }] };
    case 'yearly':
      return { ...rule, frequency: 0, byMonth: [date.month], byMonthDay: [date.day] };
  }
}
