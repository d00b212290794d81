/** Organisers approve a proposed group, which then meets, or decline it. Whoever proposed it hosts it. */
import type { DecideOutcome } from '../../domain/groups/proposal.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { groupRecords, decideProposal as saveDecision } from '../../store/groups/groups.ts';
import { joinGroupAs, setHost } from '../../store/groups/members.ts';
import { beginSchedule, replan } from '../../store/groups/schedules.ts';
import { lockServer } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';
import { followRoles } from '../follow-roles.ts';
import { auditDecision, type Deciding } from './hosting.ts';
import { loadGroups } from './load-groups.ts';

export async function decideProposal(
  context: FlowContext,
  deciding: Deciding,
  groupKey: string,
  isApproved: boolean,
): Promise<DecideOutcome> {
  const { db, now, wake } = context;
  const { guildId, interactionId } = deciding;
  if (!deciding.isOrganiser) return { kind: 'organisers-only' };
  const outcome = await inTransaction(db, async (tx): Promise<DecideOutcome> => {
    await lockServer(tx, guildId);
    const record = (await groupRecords(tx, guildId)).find(({ key }) => key === groupKey);
    if (!record?.definition || record.proposedBy === undefined) return { kind: 'unknown-proposal' };
    const { title } = record.definition;
    const { proposedBy } = record;
    const decision = { state: isApproved ? 'running' : 'declined', at: now(), by: interactionId } as const;
    if (!(await saveDecision(tx, guildId, groupKey, decision)))
      return { kind: 'decided-before', title, isRunning: record.state === 'running' };
    const action = isApproved ? 'group-approved' : 'group-declined';
    await auditDecision(tx, deciding, { action, subject: title }, now());
    await enqueue(tx, [{ kind: 'group-proposal', guildId, groupKey, step: 'decided' }], now());
    if (!isApproved) return { kind: 'declined', title, proposedBy };
    await begin(tx, context, deciding, { groupKey, userId: proposedBy });
    const group = (await loadGroups(context, tx, guildId)).groups.find(({ key }) => key === groupKey);
    return group ? { kind: 'approved', group, proposedBy } : { kind: 'unknown-proposal' };
  });
  if (outcome.kind === 'approved' || outcome.kind === 'declined') wake();
  return outcome;
}

async function begin(
  tx: Db,
  { now }: FlowContext,
  { guildId, interactionId }: Deciding,
  { groupKey, userId }: { readonly groupKey: string; readonly userId: string },
): Promise<void> {
  const host = { guildId, userId };
  await joinGroupAs(tx, host, { groupKey, at: now(), by: interactionId });
  await setHost(tx, host, groupKey, true);
  await followRoles(tx, host, interactionId, now());
  await beginSchedule(tx, guildId, groupKey, now());
  await replan(tx, guildId, groupKey, now());
  await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey, because: interactionId }], now());
}
