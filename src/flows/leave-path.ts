/** A member leaves a path. Ticks and certificates stay; the path's role and its channel go. */
import type { LeaveOutcome } from '../domain/enrolling.ts';
import { bringsRole } from '../domain/followed-roles.ts';
import { progressOn } from '../domain/progress.ts';
import { channelsOpened } from '../domain/role-channels.ts';
import { findExact, nearest } from '../domain/search.ts';
import { wantedKeys } from '../domain/wanted-roles.ts';
import { knownOn } from '../store/bindings.ts';
import { inTransaction } from '../store/database.ts';
import { leave } from '../store/enrolments.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { noteRoles } from '../store/role-notes.ts';
import type { Asker, FlowContext } from './context.ts';
import { followRoles } from './follow-roles.ts';
import { rolesOnServer } from './server-roles.ts';

export async function leavePath(context: FlowContext, asker: Asker, asked: string): Promise<LeaveOutcome> {
  const { db, paths, now, wake } = context;
  const path = findExact(paths, asked);
  if (!path) return { kind: 'unknown-path', asked, nearest: nearest(paths, asked, 3) };
  const outcome = await inTransaction(db, async (tx): Promise<LeaveOutcome> => {
    await lockMember(tx, asker);
    const learner = await loadLearner(tx, asker);
    const left = await leave(tx, asker, path.id, now(), asker.interactionId);
    if (!left) return { kind: 'not-on', path };
    const progress = progressOn(path, learner.ticks);
    if (!bringsRole(context.community, path.id)) return { kind: 'left', progress };
    // With those of groups: a role that both bring stays, and so does a channel that both open.
    const community = await rolesOnServer(context, tx, asker.guildId);
    const after = { ...learner, enrolments: learner.enrolments.filter(({ pathId }) => pathId !== path.id) };
    const still = wantedKeys(community, after);
    const unwanted = [...wantedKeys(community, learner)].filter(key => !still.has(key));
    // Noted even if the member picked it or an organiser gave it: who leaves the path gives its role back.
    await noteRoles(tx, asker, unwanted, now());
    await followRoles(tx, asker, asker.interactionId, now());
    const closed = channelsOpened(community, await knownOn(tx, asker.guildId), after, learner);
    return { kind: 'left', progress, ...(closed.length > 0 ? { closed } : {}) };
  });
  if (outcome.kind === 'left') wake();
  return outcome;
}
