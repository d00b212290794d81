/** A break is taken back and those in whose place it stood are noted anew: what was decided in spite of them holds again. */
import type { Group } from '../../domain/groups/group.ts';
import { type Break, type Exceptions, type SessionChange, sessionPlannedAt } from '../../domain/groups/session.ts';
import type { Db } from '../../store/database.ts';
import type { StoredBreak } from '../../store/groups/breaks.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { planPing } from '../../store/groups/pings.ts';
import { saveChange } from '../../store/groups/session-changes.ts';
import type { Asker } from '../context.ts';
import { announcementOf } from './change-session.ts';

export interface Undoing {
  readonly undone: StoredBreak;
  readonly restored: readonly StoredBreak[];
  readonly since: Temporal.Instant;
}

/** @param held planned wall times of sessions that took place until now: nothing is said of them. */
export async function holdAgain(
  tx: Db,
  { guildId, userId }: Asker,
  group: Group,
  undoing: Undoing,
  held: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<void> {
  const exceptions = await loadExceptions(tx, guildId, group.key);
  const asItWas = { ...exceptions, breaks: breaksBefore(exceptions, undoing) };
  const of = { guildId, groupKey: group.key, by: userId };
  for (const change of exceptions.changes.values()) {
    const session = sessionPlannedAt(group, change.planned, exceptions);
    if (!session?.off || Temporal.Instant.compare(session.startsAt, now) <= 0) continue;
    if (sessionPlannedAt(group, change.planned, asItWas)?.off) continue;
    const isHeld = held.has(change.planned);
    const again = isHeld ? change : anew(change);
    await saveChange(tx, of, again, now);
    if (!isHeld)
      await planPing(tx, guildId, announcementOf(session, { ...session, revision: again.revision }, now), now);
  }
}

function breaksBefore({ breaks }: Exceptions, { undone, restored, since }: Undoing): readonly Break[] {
  const others = breaks.filter(
    ({ notedAt }) => notedAt && !notedAt.equals(undone.notedAt) && Temporal.Instant.compare(notedAt, since) < 0,
  );
  return [...others, ...restored.map(({ liftedAt: _, ...one }) => one)];
}

/** It was off until now. */
function anew({ was: _, ...change }: SessionChange): SessionChange {
  return { ...change, revision: change.revision + 1 };
}
