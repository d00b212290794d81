/** A year of meetings as RFC 5545 has them, to compare with. */
import { type Weekday, weekdays } from '../../../src/domain/community.ts';
import type { Slot } from '../../../src/domain/groups/group.ts';
import { type Moment, occurrences } from '../../support/timezones/recurrence.ts';

const day = 24 * 60 * 60 * 1000;

export interface Year {
  readonly from: Moment;
  readonly until: Moment;
}

/** By UTC. */
export function yearOf(year: number): Year {
  return { from: Date.UTC(year), until: Date.UTC(year + 1) };
}

export const daily = (at: string, zone: string): readonly Slot[] =>
  weekdays.map(weekday => ({ day: weekday, at, minutes: 60, zone }));

const codes: Readonly<Record<Weekday, string>> = {
  Monday: 'MO',
  Tuesday: 'TU',
  Wednesday: 'WE',
  Thursday: 'TH',
  Friday: 'FR',
  Saturday: 'SA',
  Sunday: 'SU',
};

/** Each start in the year, once, earliest first. `odd`: how many of these wall times were skipped or came twice. */
export function starts(slots: readonly Slot[], { from, until }: Year): { readonly at: readonly Moment[]; odd: number } {
  const all = slots.flatMap(slot =>
    occurrences(`FREQ=WEEKLY;BYDAY=${codes[slot.day]}`, slot.at, slot.zone, from - 9 * day, until + 9 * day),
  );
  const within = all.filter(({ at }) => at >= from && at < until);
  const at = [...new Set(within.map(found => found.at))].toSorted((a, b) => a - b);
  return { at, odd: within.filter(({ isOdd }) => isOdd).length };
}
