/** What was decided about one session: what was planned, what holds now, and whether those who come should be rung. */
import type { Group } from '../../domain/groups/group.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import { dateTimeOf, type Exceptions, instantOf, type Session } from '../../domain/groups/session.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';

/** Those who come are rung about what was to happen, or happens, within a day. */
const soon = { hours: 24 };

export function openChange(now: Temporal.Instant, group: Group, session: Session, exceptions: Exceptions): OpenedPing {
  const change = exceptions.changes.get(session.planned);
  const wall = dateTimeOf(session.planned);
  if (!change || !wall) return { kind: 'suppressed', reason: 'the session was changed since' };
  const plannedAt = instantOf(wall, session.zone);
  const next = nextHeld(group, exceptions, now);
  const isSoon = [plannedAt, session.startsAt].some(
    at => Temporal.Instant.compare(at, now) > 0 && Temporal.Instant.compare(at, now.add(soon)) < 0,
  );
  return { kind: 'change', group, session, change, plannedAt, isSoon, ...(next ? { next } : {}) };
}
