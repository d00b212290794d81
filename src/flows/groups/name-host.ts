/** Organisers say who hosts a group: whoever is named is in it from then on. */
import type { HostOutcome } from '../../domain/groups/hosting.ts';
import type { Member } from '../../domain/member.ts';
import { inTransaction } from '../../store/database.ts';
import { joinGroupAs, setHost } from '../../store/groups/members.ts';
import { lockMember } from '../../store/lock.ts';
import type { FlowContext } from '../context.ts';
import { followRoles } from '../follow-roles.ts';
import { findGroup } from './find-group.ts';
import { auditDecision, type Deciding } from './hosting.ts';

export async function nameHost(
  context: FlowContext,
  deciding: Deciding,
  asked: string,
  { member, isHost }: { readonly member: Member & { readonly isBot?: true }; readonly isHost: boolean },
): Promise<HostOutcome> {
  const { db, now, wake } = context;
  const { guildId, interactionId } = deciding;
  const { userId } = member;
  if (!deciding.isOrganiser) return { kind: 'organisers-only' };
  let joined = false;
  const outcome = await inTransaction(db, async (tx): Promise<HostOutcome> => {
    await lockMember(tx, member);
    const found = await findGroup(context, tx, guildId, asked);
    if (found.kind !== 'found') return found;
    const { group } = found;
    if (isHost && member.isBot) return { kind: 'a-bot', group, userId };
    if (isHost) {
      joined = await joinGroupAs(tx, member, { groupKey: group.key, at: now(), by: interactionId });
      if (joined && group.role !== undefined) await followRoles(tx, member, interactionId, now());
    }
    const isNew = await setHost(tx, member, group.key, isHost);
    if (!isNew) return { kind: isHost ? 'hosts-already' : 'was-none', group, userId };
    const action = isHost ? 'host-named' : 'host-dismissed';
    await auditDecision(tx, deciding, { action, subject: group.title, after: userId }, now());
    return { kind: isHost ? 'hosts' : 'no-longer', group, userId };
  });
  if (joined) wake();
  return outcome;
}
