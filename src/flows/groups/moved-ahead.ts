/** A group's sessions that were planned for a day gone by and moved to a time ahead. */
import type { Group } from '../../domain/groups/group.ts';
import { sessionPlannedAt } from '../../domain/groups/session.ts';
import type { Db } from '../../store/database.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';

/** @param today a date. @returns their planned wall times. */
export async function movedAhead(
  db: Db,
  guildId: string,
  group: Group,
  today: Temporal.PlainDate,
  now: Temporal.Instant,
): Promise<readonly string[]> {
  const exceptions = await loadExceptions(db, guildId, group.key);
  return [...exceptions.changes.values()].flatMap(({ kind, planned }) => {
    if (kind !== 'moved' || planned >= today.toString()) return [];
    const session = sessionPlannedAt(group, planned, exceptions);
    return session && Temporal.Instant.compare(session.endsAt, now) > 0 ? planned : [];
  });
}
