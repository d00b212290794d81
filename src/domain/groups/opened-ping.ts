/** What a ping says at the moment it goes out. Between its planning and now a session may have been skipped or moved. */
import type { GroupAgenda } from './agenda-outcome.ts';
import type { Digest } from './digest.ts';
import type { Group } from './group.ts';
import type { NotedBreak } from './hosting.ts';
import type { PingKind } from './ping.ts';
import type { Session, SessionChange } from './session.ts';

interface OfSession {
  readonly group: Group;
  readonly session: Session;
}

interface MaybeLate {
  /** Whole minutes; absent where it is in time. */
  readonly lateBy?: number;
}

/**
 * Whom a reminder is for: those in the thread who share a lead, or one member who wanted a direct message or had put it off.
 * `times`: how often.
 */
export type Reminded =
  | { readonly where: 'thread'; readonly userIds: readonly string[]; readonly times: number }
  | { readonly where: 'dm'; readonly userId: string; readonly times: number };

/** Of the outage's losses, how many of each kind a group had. */
export interface Missed {
  readonly title: string;
  readonly kinds: readonly { readonly kind: PingKind; readonly times: number }[];
}

export type OpenedPing =
  | { readonly kind: 'suppressed'; readonly reason: string }
  | ({ readonly kind: 'event-start' | 'event-end' } & OfSession)
  /** `agenda`: what the meeting covers. */
  | ({ readonly kind: 'thread'; readonly agenda?: GroupAgenda } & OfSession)
  | ({ readonly kind: 'session' | 'check-in' } & OfSession & MaybeLate)
  | ({ readonly kind: 'reminder'; readonly to: Reminded } & OfSession & MaybeLate)
  | ({
      readonly kind: 'change';
      readonly change: SessionChange;
      /** When it was to be, had nobody changed anything. */
      readonly plannedAt: Temporal.Instant;
      /** When it was to be until then; absent: it was off. */
      readonly wasAt?: Temporal.Instant;
      /** The next that takes place. */
      readonly next?: Session;
      /** So near that those who come should be rung. */
      readonly isSoon: boolean;
    } & OfSession)
  /** A holiday or pause; without `noted` it is over. */
  | {
      readonly kind: 'break';
      readonly group: Group;
      readonly noted?: NotedBreak;
      /** All groups have it, and others read it in the same channel. */
      readonly isOfAll?: boolean;
      /** The first that is off, or takes place again: so near that those who come should be rung. */
      readonly soon?: Session;
      /** All that are as near: it is said in their threads. */
      readonly near: readonly Session[];
      readonly next?: Session;
    }
  /** The group meets no more. `soon`: so near that those who would have come should be rung. */
  | { readonly kind: 'ended'; readonly group: Group; readonly soon?: Session }
  | ({
      readonly kind: 'week-plan';
      readonly group: Group;
      /** Also those that are off, earliest first. */
      readonly sessions: readonly Session[];
      /** Where the whole week is off: the next after it. */
      readonly next?: Session;
      readonly hosts: readonly string[];
    } & MaybeLate)
  | ({ readonly kind: 'digest'; readonly digest: Digest } & MaybeLate)
  | {
      readonly kind: 'summary';
      readonly from: Temporal.Instant;
      readonly missed: readonly Missed[];
      readonly next: readonly NextSession[];
    };

export interface NextSession extends OfSession {}

/** A little is no lateness: a tick, a retry. */
const graceMinutes = 2;

/** @param knownAt what only a change made due was due at the change. */
export function lateness(
  dueAt: Temporal.Instant,
  now: Temporal.Instant,
  knownAt: Temporal.Instant = dueAt,
): { readonly lateBy?: number } {
  const since = Temporal.Instant.compare(knownAt, dueAt) > 0 ? knownAt : dueAt;
  const minutes = Math.round(since.until(now).total('minutes'));
  return minutes > graceMinutes ? { lateBy: minutes } : {};
}
