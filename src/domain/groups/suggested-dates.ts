/** What a first or last day that is being typed is understood as: the same as once the command is sent. */
import { readingsOf } from './date-in-figures.ts';
import { readDate, readUntil } from './resting.ts';

const spans = [{ weeks: 1 }, { weeks: 2 }, { months: 1 }];

/** Some to choose from while nothing is typed, or what is typed could be either of two. @param from the first day as it was typed, where the last is asked for. */
export function suggestedDates(
  typed: string,
  from: string | undefined,
  today: Temporal.PlainDate,
): readonly Temporal.PlainDate[] {
  const first = (from === undefined ? undefined : readDate(from, today)) ?? today;
  const earliest = Temporal.PlainDate.compare(first, today) > 0 ? first : today;
  if (typed.trim() === '') return spans.map(span => earliest.add(span));
  return readingsOf(typed)
    .flatMap(reading => readUntil(reading, first, today) ?? [])
    .filter(read => Temporal.PlainDate.compare(read, earliest) >= 0);
}
