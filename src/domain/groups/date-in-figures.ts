/** A date all in figures, in whatever text: "24/12/2026" or "12/24/2026", and with dots, where the day comes first, "24.12.2026"; "26" is 2026. */

/** It could be either of two days: "3/4/2027". */
export interface EitherDay {
  readonly kind: 'either-day';
  readonly typed: string;
  /** "2027-04-03" and "2027-03-04". */
  readonly either: readonly [string, string];
}

/** A year of two figures stands close to its month: of "24.12. 20:00" it would be the hour. */
const figures = /(?<![\d./])(\d{1,2})([./])\s*(\d{1,2})\2(?:\s*20)?(\d{2})(?![\d./:h])/;

/** The same text with that date written as "2026-12-24", once for each day it can mean; as it is where there is none. */
export function readingsOf(typed: string): readonly string[] {
  const days = daysIn(typed);
  return days.length === 0 ? [typed] : days.map(day => typed.replace(figures, day));
}

/** Undefined where nothing in it is in doubt. */
export function eitherDay(typed: string): EitherDay | undefined {
  const [one, other] = daysIn(typed);
  return one !== undefined && other !== undefined ? { kind: 'either-day', typed, either: [one, other] } : undefined;
}

function daysIn(typed: string): readonly string[] {
  const [, first, sign, second, end] = figures.exec(typed) ?? [];
  if (end === undefined) return [];
  // Of this century, like every date that is asked for.
  const year = `20${end}`;
  const dayFirst = dateOf(year, Number(second), first);
  const monthFirst = sign === '/' ? dateOf(year, Number(first), second) : undefined;
  return [...new Set([dayFirst, monthFirst].flatMap(date => date?.toString() ?? []))];
}

/** Undefined where the calendar has no such day. */
export function dateOf(
  year: string | undefined,
  month: number,
  day: string | undefined,
): Temporal.PlainDate | undefined {
  try {
    return Temporal.PlainDate.from({ year: Number(year), month, day: Number(day) }, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
