/** A member puts off a reminder, for themselves alone. */
import type { Group } from './group.ts';
import { latenessBudgets, occurrenceOf, type Ping } from './ping.ts';
import type { Session } from './session.ts';

interface OfSession {
  readonly group: Group;
  readonly session: Session;
}

export type SnoozeOutcome =
  | ({
      readonly kind: 'snoozed' | 'already';
      readonly at: Temporal.Instant;
      /** As they chose it; also in the thread where direct messages are closed. */
      readonly where: 'thread' | 'dm';
    } & OfSession)
  /** Later than the start: it would be no reminder any more. */
  | ({ readonly kind: 'too-long' | 'begun' | 'off' | 'not-coming' } & OfSession)
  /** The member wants no reminders, or the organisers turned them off for everybody. */
  | ({ readonly kind: 'unwanted' | 'off-here' } & OfSession)
  | { readonly kind: 'unknown-session'; readonly group: Group; readonly next?: Session }
  | { readonly kind: 'unknown-group' };

/** What stands in the button: `<group>/<planned>/<minutes>/<server>/<times put off before>`. */
export function readSnooze([groupKey = '', planned = '', minutes, guildId, before]: readonly string[]) {
  const times = Number(before);
  return {
    groupKey,
    planned,
    guildId,
    put: { minutes: Number(minutes) || 60, times: Number.isSafeInteger(times) ? times : 0 },
  };
}

/** @param times how often it was put off before: the same button pressed twice plans one reminder. */
export function snoozedPing(
  session: Session,
  userId: string,
  { minutes, times }: { readonly minutes: number; readonly times: number },
  now: Temporal.Instant,
): Ping | 'too-long' {
  const dueAt = now.add({ minutes });
  if (Temporal.Instant.compare(dueAt, session.startsAt) >= 0) return 'too-long';
  const budget = dueAt.add({ minutes: latenessBudgets.reminder });
  return {
    groupKey: session.groupKey,
    occurrence: occurrenceOf(session),
    kind: 'reminder',
    audience: `${userId}+${times + 1}`,
    dueAt,
    expiresAt: Temporal.Instant.compare(budget, session.startsAt) < 0 ? budget : session.startsAt,
  };
}

/** As if it had been put off once more before. */
export function onceMore(ping: Ping): Ping {
  const [userId = '', times] = ping.audience.split('+');
  return { ...ping, audience: `${userId}+${Number(times) + 1}` };
}
