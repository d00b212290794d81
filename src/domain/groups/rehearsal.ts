/** What would happen on a server in the next days if nobody did anything: said beforehand, with nothing touched. */
import type { ClockChange } from './clock-change.ts';
import type { MirrorStep } from './mirror.ts';
import type { PingKey } from './ping.ts';
import type { Session } from './session.ts';

export const mostDays = 31;

interface Happens {
  readonly at: Temporal.Instant;
  readonly title: string;
  readonly zone: string;
}

/**
 * `ping`: it is due; `leftOut`: and found to make no sense when it should go out. `suppressed`: it is not even tried.
 * `event`: on Discord's own calendar, where `planned` is the session's wall time.
 */
export type Happening =
  | (Happens & { readonly kind: 'ping'; readonly ping: PingKey; readonly leftOut?: string })
  | (Happens & { readonly kind: 'suppressed'; readonly ping: PingKey; readonly reason: string })
  | (Happens & { readonly kind: 'event'; readonly step: EventStep; readonly planned: string });

export type EventStep = Extract<MirrorStep['kind'], 'make' | 'change' | 'end' | 'remove'>;

export interface NotMeeting {
  readonly title: string;
  readonly session: Session;
}

export interface RehearsedDay {
  /** In the community's zone, "2027-03-28". */
  readonly date: string;
  readonly happenings: readonly Happening[];
  readonly off: readonly NotMeeting[];
  readonly clocks: readonly ClockChange[];
}

export interface RoleForecast {
  readonly steps: readonly { readonly userId: string; readonly kind: 'give' | 'take'; readonly role: string }[];
  /** How many members were looked at, of how many. */
  readonly looked: number;
  readonly known: number;
}

export interface Rehearsal {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly days: number;
  /** The community's. */
  readonly zone: string;
  /** Days on which anything is, earliest first. */
  readonly found: readonly RehearsedDay[];
  readonly roles: RoleForecast;
  /** Other things that wait to be done, by what they are. */
  readonly waiting: Readonly<Record<'roles' | 'announcements' | 'notices' | 'jobs', number>>;
  /** False: it was too much, and the last days are missing. */
  readonly isWhole: boolean;
}

/** Undefined where the text is no number of days that can be rehearsed. */
export function daysOf(typed: string): number | undefined {
  const days = /^\s*\d{1,3}\s*$/.test(typed) ? Number(typed) : 0;
  return days >= 1 && days <= mostDays ? days : undefined;
}

export function byDay(
  zone: string,
  happenings: readonly Happening[],
  off: readonly NotMeeting[],
  clocks: readonly ClockChange[],
): readonly RehearsedDay[] {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(zone).toPlainDate().toString();
  const [said, without, changes] = [
    Map.groupBy(happenings, ({ at }) => day(at)),
    Map.groupBy(off, ({ session }) => day(session.startsAt)),
    Map.groupBy(clocks, ({ at }) => day(at)),
  ];
  const dates = [...new Set([...said.keys(), ...without.keys(), ...changes.keys()])].toSorted();
  return dates.map(date => ({
    date,
    happenings: (said.get(date) ?? []).toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)),
    off: without.get(date) ?? [],
    clocks: changes.get(date) ?? [],
  }));
}
