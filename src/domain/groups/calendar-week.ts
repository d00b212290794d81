/** Where a week begins that is told of: seven days on the wall, which are not 168 hours where the clocks change. */
import { instantOf } from './session.ts';

/** @param date of the week that is meant. @param weeks after it; below 0: before. */
export function weekStart(date: string, { at, zone }: { readonly at: string; readonly zone: string }, weeks = 0) {
  const day = Temporal.PlainDate.from(date).add({ days: 7 * weeks });
  return instantOf(day.toPlainDateTime(Temporal.PlainTime.from(at)), zone);
}
