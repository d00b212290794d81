/** The days of a holiday or pause as somebody types them. */
import { type EitherDay, eitherDay } from './date-in-figures.ts';
import { readDate, readUntil } from './resting.ts';
import type { Break } from './session.ts';

export type BreakAsked =
  | { readonly kind: 'days'; readonly from: string; readonly until?: string }
  | { readonly kind: 'unreadable-date'; readonly typed: string }
  | EitherDay
  | { readonly kind: 'past' | 'backwards' | 'too-long'; readonly from: string; readonly until: string };

const longest = { days: 366 };

/** @param until its last day; absent: of a holiday the first, of a pause none until it is lifted. @param today in the group's zone. */
export function readBreak(
  asked: { readonly from?: string | undefined; readonly until?: string | undefined },
  kind: Break['kind'],
  today: Temporal.PlainDate,
): BreakAsked {
  const inDoubt = eitherDay(asked.from ?? '') ?? eitherDay(asked.until ?? '');
  if (inDoubt) return inDoubt;
  const from = asked.from === undefined ? today : readDate(asked.from, today);
  if (!from) return { kind: 'unreadable-date', typed: asked.from ?? '' };
  if (asked.until === undefined && kind === 'paused') return { kind: 'days', from: from.toString() };
  const until = asked.until === undefined ? from : readUntil(asked.until, from, today);
  if (!until) return { kind: 'unreadable-date', typed: asked.until ?? '' };
  const days = { from: from.toString(), until: until.toString() };
  if (isBefore(until, today)) return { kind: 'past', ...days };
  if (isBefore(until, from)) return { kind: 'backwards', ...days };
  if (isBefore(from.add(longest), until)) return { kind: 'too-long', ...days };
  return { kind: 'days', ...days };
}

const isBefore = (a: Temporal.PlainDate, b: Temporal.PlainDate) => Temporal.PlainDate.compare(a, b) < 0;
