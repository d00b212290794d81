/** Proposals as they are now: those that wait for organisers, and what is said about one. */
import type { Group } from '../../domain/groups/group.ts';
import { type Proposal, pathTitles } from '../../domain/groups/proposal.ts';
import type { Session } from '../../domain/groups/session.ts';
import { nextHeld } from '../../domain/groups/upcoming.ts';
import { loadExceptions } from '../../store/groups/exceptions.ts';
import { type GroupRecord, groupRecords } from '../../store/groups/groups.ts';
import { memberSettings } from '../../store/groups/member-settings.ts';
import type { FlowContext } from '../context.ts';
import { loadGroups } from './load-groups.ts';

export async function openProposals({ db, curriculum }: FlowContext, guildId: string): Promise<readonly Proposal[]> {
  const records = await groupRecords(db, guildId);
  return records.flatMap(record => (record.state === 'proposed' ? (proposalOf(curriculum, record) ?? []) : []));
}

export type ProposalWord =
  | { readonly kind: 'asks'; readonly proposal: Proposal }
  | { readonly kind: 'approved'; readonly group: Group; readonly proposal: Proposal; readonly next?: Session }
  /** `isDirect`: whoever proposed it wants direct messages. */
  | { readonly kind: 'declined'; readonly proposal: Proposal; readonly isDirect: boolean }
  | { readonly kind: 'suppressed'; readonly reason: string };

/** What is to be said now that it goes out. */
export async function openProposal(
  context: FlowContext,
  guildId: string,
  groupKey: string,
  step: 'asked' | 'decided',
): Promise<ProposalWord> {
  const { db, curriculum, now } = context;
  const record = (await groupRecords(db, guildId)).find(({ key }) => key === groupKey);
  const proposal = record && proposalOf(curriculum, record);
  if (!record || !proposal) return { kind: 'suppressed', reason: 'there is no such proposal' };
  if (step === 'asked')
    return record.state === 'proposed'
      ? { kind: 'asks', proposal }
      : { kind: 'suppressed', reason: 'the organisers have decided already' };
  if (record.state === 'declined') {
    const settings = await memberSettings(db, { guildId, userId: proposal.proposedBy });
    const isDirect = settings.reminderWhere === 'dm' && settings.dmClosedAt === undefined;
    return { kind: 'declined', proposal, isDirect };
  }
  const group = (await loadGroups(context, db, guildId)).groups.find(({ key }) => key === groupKey);
  if (!group) return { kind: 'suppressed', reason: 'the group has ended' };
  const next = nextHeld(group, await loadExceptions(db, guildId, groupKey), now());
  return { kind: 'approved', group, proposal, ...(next ? { next } : {}) };
}

function proposalOf(
  curriculum: FlowContext['curriculum'],
  { key, definition, proposedBy }: GroupRecord,
): Proposal | undefined {
  if (!definition || proposedBy === undefined) return undefined;
  return { key, definition, proposedBy, paths: pathTitles(curriculum, definition.paths) };
}
