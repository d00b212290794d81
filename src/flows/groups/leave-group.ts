/** A member leaves a group: its role is taken, and nobody expects them at its next sessions. */
import type { LeaveGroupOutcome } from '../../domain/groups/joining.ts';
import { channelsOpened } from '../../domain/role-channels.ts';
import { knownOn } from '../../store/bindings.ts';
import { inTransaction } from '../../store/database.ts';
import { leaveGroupAs } from '../../store/groups/members.ts';
import { replan } from '../../store/groups/schedules.ts';
import { withdrawAnswers } from '../../store/groups/withdrawn-answers.ts';
import { loadLearner } from '../../store/learner.ts';
import { lockMember } from '../../store/lock.ts';
import { noteRoles } from '../../store/role-notes.ts';
import type { Asker, FlowContext } from '../context.ts';
import { followRoles } from '../follow-roles.ts';
import { rolesOnServer } from '../server-roles.ts';
import { findGroup } from './find-group.ts';
import { movedAhead } from './moved-ahead.ts';

export async function leaveGroup(context: FlowContext, asker: Asker, asked: string): Promise<LeaveGroupOutcome> {
  const { db, now, wake } = context;
  const { guildId, interactionId } = asker;
  const outcome = await inTransaction(db, async (tx): Promise<LeaveGroupOutcome> => {
    await lockMember(tx, asker);
    const found = await findGroup(context, tx, guildId, asked);
    if (found.kind !== 'found') return found;
    const { group } = found;
    const before = await loadLearner(tx, asker);
    if (!(await leaveGroupAs(tx, asker, { groupKey: group.key, at: now(), by: interactionId })))
      return { kind: 'not-in', group };
    const today = now()
      .toZonedDateTimeISO(group.slots[0]?.zone ?? 'UTC')
      .toPlainDate();
    const earlier = await movedAhead(tx, guildId, group, today, now());
    await withdrawAnswers(tx, asker, group.key, { from: today, earlier });
    await replan(tx, guildId, group.key, now());
    if (group.role !== undefined) {
      // Noted even if an organiser gave it: who leaves the group gives its role back.
      await noteRoles(tx, asker, [group.role], now());
      await followRoles(tx, asker, interactionId, now());
    }
    const after = { ...before, groups: before.groups.filter(key => key !== group.key) };
    const roles = await rolesOnServer(context, tx, guildId);
    return { kind: 'left', group, closed: channelsOpened(roles, await knownOn(tx, guildId), after, before) };
  });
  if (outcome.kind === 'left') wake();
  return outcome;
}
