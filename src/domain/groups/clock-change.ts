/** When the clocks of a zone change, and what that does to a meeting that keeps its time on the wall. */

export interface ClockChange {
  readonly zone: string;
  readonly at: Temporal.Instant;
  /** The day on the wall, "2027-03-28". */
  readonly date: string;
  /** By how many minutes the clocks go forward; below 0: back. */
  readonly minutes: number;
}

/** The first in (from, until]; undefined where there is none. */
export function clockChangeIn(zone: string, from: Temporal.Instant, until: Temporal.Instant): ClockChange | undefined {
  let at = from.toZonedDateTimeISO(zone);
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || Temporal.Instant.compare(next.toInstant(), until) > 0) return undefined;
    const minutes = (next.offsetNanoseconds - next.subtract({ nanoseconds: 1 }).offsetNanoseconds) / 6e10;
    // Some change a zone's name or law alone.
    if (minutes !== 0) return { zone, at: next.toInstant(), date: next.toPlainDate().toString(), minutes };
    at = next;
  }
}

/** "18:00": what 19:00 on the wall is in UTC, before and after the change. */
export function inUtc(wall: string, { zone, at }: ClockChange): { readonly before: string; readonly after: string } {
  const time = (side: Temporal.Instant) => {
    const offset = side.toZonedDateTimeISO(zone).offsetNanoseconds;
    return Temporal.PlainTime.from(wall).subtract({ nanoseconds: offset }).toString({ smallestUnit: 'minute' });
  };
  return { before: time(at.subtract({ nanoseconds: 1 })), after: time(at) };
}
