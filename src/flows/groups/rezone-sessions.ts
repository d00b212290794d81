/** Sessions that were spoken of before the community's zone was changed: what was said about them is said anew. */
import { begunBefore, zoneReason } from '../../domain/groups/community-zone.ts';
import type { Group } from '../../domain/groups/group.ts';
import { occurrenceOf } from '../../domain/groups/ping.ts';
import {
  type Exceptions,
  farthestMove,
  type Session,
  type SessionChange,
  sessionPlannedAt,
  sessionsOf,
  wallStart,
} from '../../domain/groups/session.ts';
import type { Db } from '../../store/database.ts';
import { pingsOfOccurrence } from '../../store/groups/ping-ledger.ts';
import { planPing, renameSettled } from '../../store/groups/pings.ts';
import { saveChange } from '../../store/groups/session-changes.ts';
import type { Asker } from '../context.ts';
import { announcementOf } from './change-session.ts';

/** Of one group. A session that lies in the past by the new zone is left: nothing can be said of it any more. */
export async function rezoneSessions(
  tx: Db,
  { guildId, userId }: Asker,
  { before, after }: { readonly before: Group; readonly after: Group },
  exceptions: Exceptions,
  now: Temporal.Instant,
): Promise<void> {
  const { key: groupKey } = after;
  for (const { session, change } of begunBefore({ before, after }, exceptions, now)) {
    await saveChange(tx, { guildId, groupKey, by: userId }, change, now);
    // What was said of it stays said.
    await renameSettled(tx, guildId, groupKey, [occurrenceOf(session), occurrenceOf(change)]);
  }
  const ahead = sessionsOf(before, exceptions, now, now.add({ hours: farthestMove.days * 24 }));
  for (const session of ahead.filter(({ off }) => !off)) {
    const moved = sessionPlannedAt(after, session.planned, exceptions);
    if (!moved || Temporal.Instant.compare(moved.startsAt, now) <= 0 || moved.startsAt.equals(session.startsAt))
      continue;
    if ((await pingsOfOccurrence(tx, guildId, groupKey, occurrenceOf(session))).length === 0) continue;
    const change = anew(session, exceptions.changes.get(session.planned), after);
    await saveChange(tx, { guildId, groupKey, by: userId }, change, now);
    const told = { ...moved, revision: change.revision };
    await planPing(tx, guildId, announcementOf(session, told, now), now);
  }
}

/** As it is, once more. */
function anew(session: Session, change: SessionChange | undefined, { slots }: Group): SessionChange {
  const { planned, revision, startsAt } = session;
  const zone = slots[0]?.zone ?? 'UTC';
  const was = wallStart({ startsAt, zone });
  return { planned, kind: 'held', ...change, was, reason: zoneReason(zone), revision: revision + 1 };
}
