/** A group ends: it meets no more, is told so, and its role is taken. One of the community's file is for organisers to end. */
import { endPing } from '../../domain/groups/ending.ts';
import type { EndOutcome } from '../../domain/groups/hosting.ts';
import { inTransaction } from '../../store/database.ts';
import { saveEnded } from '../../store/groups/groups.ts';
import { membersOfGroup } from '../../store/groups/members.ts';
import { planPing } from '../../store/groups/pings.ts';
import { replan } from '../../store/groups/schedules.ts';
import { lockServer } from '../../store/lock.ts';
import { enqueue } from '../../store/outbox.ts';
import type { FlowContext } from '../context.ts';
import { findGroup } from './find-group.ts';
import { auditDecision, type Deciding, notHost } from './hosting.ts';

/** @param isSure they have seen what it means. */
export async function endGroup(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  isSure: boolean,
): Promise<EndOutcome> {
  const { db, now, wake } = context;
  const { guildId, interactionId } = deciding;
  const outcome = await inTransaction(db, async (tx): Promise<EndOutcome> => {
    await lockServer(tx, guildId);
    const found = await findGroup(context, tx, guildId, asked);
    if (found.kind !== 'found') return found;
    const { group } = found;
    const refused = await notHost(tx, deciding, group);
    if (refused) return refused;
    if (!group.isProposed && !deciding.isOrganiser) return { kind: 'organisers-only' };
    const members = (await membersOfGroup(tx, guildId, group.key)).length;
    if (!isSure) return { kind: 'sure', group, members };
    await saveEnded(tx, guildId, group.key, { at: now(), by: interactionId });
    await planPing(tx, guildId, endPing(group, interactionId, now()), now());
    await replan(tx, guildId, group.key, now());
    await enqueue(tx, [{ kind: 'mirror-sessions', guildId, groupKey: group.key, because: interactionId }], now());
    await auditDecision(tx, deciding, { action: 'group-ended', subject: group.title }, now());
    return { kind: 'ended-now', group, members };
  });
  if (outcome.kind === 'ended-now') wake();
  return outcome;
}
