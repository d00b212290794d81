/** What was decided about one session: what was planned, what holds now, and whether those who come should be rung. */
import type { Group } from '../../domain/groups/group.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import { dateTimeOf, type Exceptions, instantOf, type Session } from '../../domain/groups/session.ts';
import { isSoon, nextHeld } from '../../domain/groups/upcoming.ts';

export function openChange(now: Temporal.Instant, group: Group, session: Session, exceptions: Exceptions): OpenedPing {
  const change = exceptions.changes.get(session.planned);
  const wall = dateTimeOf(session.planned);
  if (!change || !wall) return { kind: 'suppressed', reason: 'the session was changed since' };
  // Of what was moved and then fell into a break, the break's own post tells.
  if (session.off && change.kind !== 'skipped')
    return { kind: 'suppressed', reason: 'a break took the session out since' };
  const plannedAt = instantOf(wall, session.zone);
  const was = change.was === undefined ? undefined : dateTimeOf(change.was);
  const wasAt = was && instantOf(was, session.zone);
  const next = nextHeld(group, exceptions, now);
  const rings = [plannedAt, wasAt, session.startsAt].some(at => at && isSoon(at, now));
  return {
    kind: 'change',
    group,
    session,
    change,
    plannedAt,
    isSoon: rings,
    ...(wasAt ? { wasAt } : {}),
    ...(next ? { next } : {}),
  };
}
