/** What becomes of each ping when a group is looked at: said, or suppressed and why. */
import type { Ping, PingKind } from './ping.ts';
import { type Outage, type Suppression, whyTooLate } from './suppression.ts';

/** How far a group is planned. */
export interface Planned {
  /** Since when Cairn speaks for the group. */
  readonly begunAt: Temporal.Instant;
  readonly plannedUntil: Temporal.Instant;
  /** What decides when its pings are due was changed since. */
  readonly isChanged: boolean;
  /** Nothing is said since then: its channel is gone. */
  readonly disabledAt?: Temporal.Instant;
}

/** Nothing of a session that is still ahead was due longer ago, and nothing else that still makes sense. */
const longestBudget = { hours: 48 };

/**
 * From when on pings are looked at. After a change, and where the clock was set back, also what was looked at before: a
 * session that was moved to start in five minutes still gets its role ping. The ledger keeps each single.
 */
export function lookFrom({ begunAt, plannedUntil, isChanged }: Planned, now: Temporal.Instant): Temporal.Instant {
  const wasSetBack = isBefore(now, plannedUntil);
  return isNew({ begunAt, plannedUntil }) || isChanged || wasSetBack
    ? earlier(plannedUntil, now).subtract(longestBudget)
    : plannedUntil;
}

/** It has not been looked at yet. */
export function isNew({ begunAt, plannedUntil }: Pick<Planned, 'begunAt' | 'plannedUntil'>): boolean {
  return begunAt.equals(plannedUntil);
}

/** A session that was moved to start any moment still gets its role ping: that one is not late, but was due at once. */
export function untilTheStart(ping: Ping, { plannedUntil, isChanged }: Planned, minutesBefore: number): Ping {
  if (ping.kind !== 'session' || !isChanged || isBefore(plannedUntil, ping.dueAt)) return ping;
  const start = ping.dueAt.add({ minutes: minutesBefore });
  return isBefore(ping.expiresAt, start) ? { ...ping, expiresAt: start } : ping;
}

export type Verdict =
  | { readonly kind: 'say' }
  | ({ readonly kind: 'suppress' } & Suppression)
  | { readonly kind: 'none' };

/**
 * Within which what comes once a week is not said again because organisers moved it to a time gone by. On the same day
 * it is the same one anyway.
 */
const aWeek = Temporal.Duration.from({ hours: 6 * 24 });

export const saidAlready: Suppression = { cause: 'dropped', reason: 'it was said this week already' };

/** Where it was said within that time of it, it is not said at once; undefined: nothing else stands against it. */
export function notAgainWithin(
  { kind, dueAt }: Ping,
  { isChanged, plannedUntil }: Planned,
): Temporal.Duration | undefined {
  const isWeekly = kind === 'week-plan' || kind === 'digest';
  return isWeekly && isChanged && !isBefore(plannedUntil, dueAt) ? aWeek : undefined;
}

/** Of one that is due at `now` or before. */
export function judge(ping: Ping, planned: Planned, outages: readonly Outage[], now: Temporal.Instant): Verdict {
  const { dueAt, expiresAt, kind } = ping;
  const { begunAt, plannedUntil, isChanged, disabledAt } = planned;
  const isEarlier = !isBefore(begunAt, dueAt);
  if (isEarlier && !ofSessionsAhead.includes(kind)) return { kind: 'none' };
  if (isBefore(now, expiresAt)) return disabledAt ? switchedOff(disabledAt) : { kind: 'say' };
  if (isBefore(plannedUntil, dueAt))
    return disabledAt ? switchedOff(disabledAt) : { kind: 'suppress', ...whyTooLate(ping, outages, now) };
  return isChanged && !isEarlier ? { kind: 'suppress', ...onlyNow } : { kind: 'none' };
}

/** What a new group says of a session that was in sight before the group was there. */
const ofSessionsAhead: readonly PingKind[] = ['thread', 'reminder', 'session', 'check-in', 'event-start'];

const onlyNow: Suppression = {
  cause: 'dropped',
  reason: 'a change made it due when it was too late for it already',
};

function switchedOff(since: Temporal.Instant): Verdict {
  const day = since.toString({ smallestUnit: 'minute' });
  return { kind: 'suppress', cause: 'blocked', reason: `switched off since ${day}: its channel is gone` };
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (isBefore(a, b) ? a : b);
