/** What is written as a calendar: groups with what keeps their sessions from taking place, within months. */
import type { Group } from '../domain/groups/group.ts';
import type { Exceptions } from '../domain/groups/session.ts';

export interface CalendarGroup {
  readonly group: Group;
  readonly exceptions: Exceptions;
  /** Its meetings before that are left out: when they were is not known any more. */
  readonly from?: Temporal.Instant;
  /** When somebody last changed what the calendar says of it; absent: nobody ever did. */
  readonly changedAt?: Temporal.Instant;
  /** Where it meets, in words. */
  readonly place?: string;
  /** Its channel on Discord. */
  readonly link?: string;
}

export interface Calendar {
  readonly name: string;
  readonly guildId: string;
  /** The community's, which it holds where nothing meets. */
  readonly zone: string;
  readonly groups: readonly CalendarGroup[];
  readonly months: Months;
}

/** Whole months, so that a calendar reads the same however often it is fetched within one. */
export interface Months {
  readonly from: Temporal.Instant;
  /** The running month's beginning. */
  readonly since: Temporal.Instant;
  readonly until: Temporal.Instant;
}

const monthsBack = 2;
/** More than a year ahead on any day of the month. */
const monthsAhead = 14;

export function monthsAround(now: Temporal.Instant): Months {
  const since = now.toZonedDateTimeISO('UTC').with({ day: 1 }).startOfDay();
  return {
    from: since.subtract({ months: monthsBack }).toInstant(),
    since: since.toInstant(),
    until: since.add({ months: monthsAhead }).toInstant(),
  };
}
