/** Whether a group's week is worth a plan: it meets in it, or would have, and nobody could know of the pause before. */
import type { Group } from './group.ts';
import { type Exceptions, sessionsOf } from './session.ts';

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

/** As it stood when the week began: what was lifted later makes no plan due at a time gone by. */
function pausesBefore({ changes, breaks }: Exceptions, { from, zone }: Week): Exceptions {
  const day = from.toZonedDateTimeISO(zone).startOfDay().toInstant();
  const decided = [...changes].filter(([, { changedAt }]) => !changedAt || isBefore(changedAt, from));
  return {
    changes: new Map(decided),
    breaks: breaks
      .filter(({ kind, notedAt }) => kind === 'paused' && !(notedAt && !isBefore(notedAt, day)))
      .map(({ liftedAt, ...pause }) => (liftedAt && isBefore(liftedAt, from) ? { ...pause, liftedAt } : pause)),
  };
}

const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
