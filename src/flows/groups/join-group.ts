/** A member joins a group: its role follows, and with it the sight of its channel. */
import type { JoinOutcome } from '../../domain/groups/joining.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import { channelsOpened } from '../../domain/role-channels.ts';
import { knownOn } from '../../store/bindings.ts';
import { inTransaction } from '../../store/database.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { joinGroupAs } from '../../store/groups/members.ts';
import { loadLearner } from '../../store/learner.ts';
import { lockMember } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { followRoles } from '../follow-roles.ts';
import { rolesOnServer } from '../server-roles.ts';
import { findGroup } from './find-group.ts';
import { askForZone } from './set-member-zone.ts';
import { whereabouts } from './whereabouts.ts';

export async function joinGroup(context: FlowContext, asker: Asker, asked: string): Promise<JoinOutcome> {
  const { db, now, wake } = context;
  const { guildId, interactionId } = asker;
  const outcome = await inTransaction(db, async (tx): Promise<JoinOutcome> => {
    await lockMember(tx, asker);
    const found = await findGroup(context, tx, guildId, asked);
    if (found.kind !== 'found') return found;
    const { group } = found;
    const next = nextHeld(group, await loadExceptions(tx, guildId, group.key), now());
    const shown = { group, ...(next ? { next } : {}), at: await whereabouts(tx, guildId, group, next) };
    if (group.kind === 'office-hours') return { kind: 'for-everybody', ...shown };
    const before = await loadLearner(tx, asker);
    const isNew = await joinGroupAs(tx, asker, { groupKey: group.key, at: now(), by: interactionId });
    if (!isNew) return { kind: 'already-in', ...shown, opened: [], asksZone: false };
    if (group.role !== undefined) await followRoles(tx, asker, interactionId, now());
    const after = { ...before, groups: [...before.groups, group.key] };
    const roles = await rolesOnServer(context, tx, guildId);
    const opened = channelsOpened(roles, await knownOn(tx, guildId), before, after);
    return { kind: 'joined', ...shown, opened, asksZone: await askForZone(tx, asker, now()) };
  });
  if (outcome.kind === 'joined') wake();
  return outcome;
}
