/** Instants as the database keeps them: UTC text of one width, to the millisecond, so that it sorts and reads. */

/** Characters of `2026-03-02T18:00:00.000Z`. */
export const instantWidth = 24;

export function toText(instant: Temporal.Instant): string {
  const text = instant.toString({ fractionalSecondDigits: 3 });
  if (text.length !== instantWidth) {
    throw new RangeError(`${text} cannot be stored: only the years 0000 to 9999 sort as text.`);
  }
  return text;
}

export function fromText(text: string): Temporal.Instant {
  return Temporal.Instant.from(text);
}
