/** One session of a server's groups, by its name. */
import type { Group } from '../../domain/groups/group.ts';
import { type Session, sessionPlannedAt } from '../../domain/groups/session.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import type { Db } from '../../store/database.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';

export interface FoundSession {
  readonly group: Group;
  /** Absent where the group does not meet then. */
  readonly session?: Session;
  /** The next that takes place. */
  readonly next?: Session;
}

/** @param db a transaction, or the context's own. */
export async function findSession(
  context: Pick<FlowContext, 'community' | 'timeZone' | 'now'>,
  db: Db,
  guildId: string,
  groupKey: string,
  planned: string,
): Promise<FoundSession | undefined> {
  const group = (await loadGroups(context, db, guildId)).groups.find(({ key }) => key === groupKey);
  if (!group) return undefined;
  const exceptions = await loadExceptions(db, guildId, groupKey);
  const session = sessionPlannedAt(group, planned, exceptions);
  const next = nextHeld(group, exceptions, context.now());
  return { group, ...(session ? { session } : {}), ...(next ? { next } : {}) };
}
