/** Whether a group's week is worth a plan: it meets in it, or would have, and nobody could know of the pause before. */
import type { Group } from './group.ts';
import { type Exceptions, type SessionChange, sessionsOf } from './session.ts';

export interface Week {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly zone: string;
}

/** A holiday or a skipped session is told; a pause was when it was noted, and may last for months. */
export function isWeekTold(group: Pick<Group, 'key' | 'slots'>, exceptions: Exceptions, week: Week): boolean {
  const sessions = sessionsOf(group, pausesBefore(exceptions, week), week.from, week.until);
  return !sessions.every(({ off }) => off?.kind === 'paused');
}

/** As it stood when the week began: what was lifted or decided later makes no plan due at a time gone by. */
function pausesBefore({ changes, breaks }: Exceptions, { from, zone }: Week): Exceptions {
  const day = from.toZonedDateTimeISO(zone).startOfDay().toInstant();
  const decided = [...changes.values()].flatMap(change => changeBefore(change, from) ?? []);
  return {
    changes: new Map(decided.map(change => [change.planned, change])),
    breaks: breaks
      .filter(({ kind, notedAt }) => kind === 'paused' && !(notedAt && !isBefore(notedAt, day)))
      .map(({ liftedAt, ...pause }) => (liftedAt && isBefore(liftedAt, from) ? { ...pause, liftedAt } : pause)),
  };
}

/** Of a later change only what it replaced; undefined: what was planned. */
function changeBefore(change: SessionChange, from: Temporal.Instant): SessionChange | undefined {
  const { planned, changedAt, was } = change;
  if (!changedAt || isBefore(changedAt, from)) return change;
  return was === undefined || was === planned ? undefined : { ...change, kind: 'moved', to: was };
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
