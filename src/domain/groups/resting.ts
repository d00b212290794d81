/** A member's planned rest: no ping by name, no reminder, and no week of it counts against them. */
import { dateOf, type EitherDay, eitherDay, readingsOf } from './date-in-figures.ts';

/** Whole days, both included. */
export interface Rest {
  readonly from: string;
  readonly until: string;
  /** What begins from then on is not rested from, though the day goes on. */
  readonly liftedAt?: Temporal.Instant;
}

/** Longer than this is no rest any more, and rather a mistyped year. */
const longestRest = { days: 366 };

/** @param date "2027-03-28", or a planned wall time that begins with one. @param at what happens then. */
export function restsOn(rests: readonly Rest[], date: string, at: Temporal.Instant): boolean {
  const day = date.slice(0, 10);
  return rests.some(
    ({ from, until, liftedAt }) =>
      from <= day && day <= until && (!liftedAt || Temporal.Instant.compare(at, liftedAt) < 0),
  );
}

/** The session begins on a day of rest, or the reminder would come on one. */
export function isRestFrom(
  rests: readonly Rest[],
  { startsAt, zone }: { readonly startsAt: Temporal.Instant; readonly zone: string },
  remindedAt: Temporal.Instant,
): boolean {
  if (rests.length === 0) return false;
  return [startsAt, remindedAt].some(at => restsOn(rests, at.toZonedDateTimeISO(zone).toPlainDate().toString(), at));
}

export type RestDecision =
  | { readonly kind: 'rest'; readonly rest: Rest }
  | { readonly kind: 'unreadable'; readonly typed: string }
  | EitherDay
  /** It would be over already. */
  | { readonly kind: 'past'; readonly until: string }
  | { readonly kind: 'backwards'; readonly from: string; readonly until: string }
  | { readonly kind: 'too-long'; readonly from: string; readonly until: string };

/** @param today in the member's zone. */
export function decideRest(asked: { from?: string; until: string }, today: Temporal.PlainDate): RestDecision {
  const inDoubt = eitherDay(asked.from ?? '') ?? eitherDay(asked.until);
  if (inDoubt) return inDoubt;
  const from = asked.from === undefined ? today : readDate(asked.from, today);
  if (!from) return { kind: 'unreadable', typed: asked.from ?? '' };
  const until = readUntil(asked.until, from, today);
  if (!until) return { kind: 'unreadable', typed: asked.until };
  const rest = { from: from.toString(), until: until.toString() };
  if (Temporal.PlainDate.compare(until, today) < 0) return { kind: 'past', until: rest.until };
  if (Temporal.PlainDate.compare(until, from) < 0) return { kind: 'backwards', ...rest };
  if (Temporal.PlainDate.compare(until, from.add(longestRest)) > 0) return { kind: 'too-long', ...rest };
  return { kind: 'rest', rest };
}

/** A last day: spans, weekdays and dates without a year count from the first day, but "tomorrow" is always the one after today. */
export function readUntil(
  typed: string,
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  return readDate(typed, Temporal.PlainDate.compare(from, today) > 0 ? from : today, today);
}

const relative: Readonly<Record<string, number>> = { today: 0, tomorrow: 1 };
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/**
 * "2026-12-24", "24.12.", "24.12.2026", "24/12/2026", "12/24/2026", "24 Dec", "Dec 24", "24 December 2026", "Friday",
 * "tomorrow", "2 weeks". Without a year: the next such day, counted from `base`. Undefined where it is none of these, no
 * date of the calendar, or could be either of two.
 */
export function readDate(
  typed: string,
  base: Temporal.PlainDate,
  today: Temporal.PlainDate = base,
): Temporal.PlainDate | undefined {
  const [reading = '', other] = readingsOf(typed);
  if (other !== undefined) return undefined;
  const text = reading
    .trim()
    .toLowerCase()
    .replace(/[,\s]+/g, ' ');
  const days = relative[text];
  if (days !== undefined) return today.add({ days });
  const span = /^(?:in |for )?(\d{1,3}) (day|week|month)s?$/.exec(text);
  if (span) return base.add({ [`${span[2]}s`]: Number(span[1]) });
  if (/^[a-z]+$/.test(text)) return nextWeekday(text, base);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dateOf(iso[1], Number(iso[2]), iso[3]);
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\.? ?(\d{4})?$/.exec(text);
  if (dotted) return dated(dotted[3], Number(dotted[2]), dotted[1], base);
  const named = /^(\d{1,2})(?:\.|st|nd|rd|th)? ([a-z]+)\.?(?: (\d{4}))?$/.exec(text);
  if (named) return dated(named[3], monthOf(named[2]), named[1], base);
  const american = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(text);
  return american ? dated(american[3], monthOf(american[1]), american[2], base) : undefined;
}

function monthOf(name = ''): number {
  return name.length < 3 ? 0 : monthNames.indexOf(name.slice(0, 3)) + 1;
}

function nextWeekday(name: string, base: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const full = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const at = full.includes(name) ? full.indexOf(name) : dayNames.indexOf(name);
  return at < 0 ? undefined : base.add({ days: (at + 1 - base.dayOfWeek + 7) % 7 });
}

function dated(
  year: string | undefined,
  month: number,
  day: string | undefined,
  base: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (year !== undefined) return dateOf(year, month, day);
  const thisYear = dateOf(String(base.year), month, day);
  if (thisYear && Temporal.PlainDate.compare(thisYear, base) >= 0) return thisYear;
  return dateOf(String(base.year + 1), month, day);
}
