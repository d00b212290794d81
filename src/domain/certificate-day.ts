/** A day as certificates bear it: in UTC, as the signed file has the moment, so that all of them name the same. */
export function dayOf(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO('UTC').toPlainDate();
}
