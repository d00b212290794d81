/** Why something that was due by the calendar was not said. */

/**
 * `not-running`: nobody was there to say it. `late`: Cairn was there and came to it too late. `unreachable`: Discord could
 * not be reached. `blocked`: something had to be repaired first. `failed`: Discord does not take it. `dropped`: it made no
 * sense any more.
 */
export const causes = ['not-running', 'late', 'unreachable', 'blocked', 'failed', 'dropped'] as const;
export type Cause = (typeof causes)[number];

export interface Suppression {
  readonly cause: Cause;
  /** In words. Instants in it are in UTC, to the minute: 2027-03-28T17:00Z. */
  readonly reason: string;
}

/** A time in which no Cairn looked at the calendar. */
export interface Outage {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** What an outage kept from being said; organisers and members hear of it in one summary. */
export function isLostToOutage(cause: Cause): boolean {
  return cause === 'not-running' || cause === 'unreachable';
}

/** Somebody should hear of it: whatever was dropped made no sense any more. */
export function isWorthTelling(cause: Cause): cause is Exclude<Cause, 'dropped'> {
  return cause !== 'dropped';
}

function notRunning({ from, until }: Outage): Suppression {
  return { cause: 'not-running', reason: `Cairn was not running from ${minute(from)} to ${minute(until)}` };
}

/** It could have been said in time if an outage covers some of its time. */
export function whyTooLate(
  { dueAt, expiresAt }: { readonly dueAt: Temporal.Instant; readonly expiresAt: Temporal.Instant },
  outages: readonly Outage[],
  now: Temporal.Instant,
): Suppression {
  const { compare } = Temporal.Instant;
  const outage = outages.find(({ from, until }) => compare(from, expiresAt) < 0 && compare(until, dueAt) > 0);
  if (outage) return notRunning(outage);
  return { cause: 'late', reason: `Cairn came to it too late, at ${minute(now)}` };
}

export function minute(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'minute' });
}
