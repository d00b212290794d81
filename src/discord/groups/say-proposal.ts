/** Carries out `group-proposal`: asks the organisers, and tells whoever proposed it what they decided. */
import { channelsCairnUses } from '../../domain/community.ts';
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type Effect, effectKey } from '../../domain/effect.ts';
import { communityKey } from '../../domain/groups/group.ts';
import type { ProposalWord } from '../../flows/groups/open-proposals.ts';
import { findDelivery } from '../../store/outbox.ts';
import { approvedPost, decidedMessage, declinedPost, proposalPost } from '../../views/groups/proposal-post.ts';
import type { Message } from '../../views/message.ts';
import { postOnce } from '../effects/own-message.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
import { changeMessage } from '../effects/requests.ts';
import type { Sending } from '../effects/sending.ts';
import { whereOrganisersRead } from '../effects/tell-organisers.ts';
import { said, sayInChannel } from './say.ts';
import { directChannel, dmsRefused } from './say-directly.ts';

type GroupProposal = Extract<Effect, { kind: 'group-proposal' }>;

export async function sayProposal(sending: Sending, effect: GroupProposal, attempt: Attempt): Promise<SendResult> {
  const word = await sending.flows.openProposal(effect.guildId, effect.groupKey, effect.step);
  switch (word.kind) {
    case 'suppressed':
      return word;
    case 'asks':
      return await askOrganisers(sending, effect, proposalPost(word.proposal), attempt);
    case 'approved': {
      const message = approvedPost(word.group, word.proposal.proposedBy, word.next);
      const result = await sayOnServer(sending, effect, message, attempt);
      return (await closeQuestion(sending, effect, decidedMessage(word.proposal, true))) ?? result;
    }
    case 'declined': {
      const result = await tellDeclined(sending, effect, word, attempt);
      return (await closeQuestion(sending, effect, decidedMessage(word.proposal, false))) ?? result;
    }
  }
}

/** Where no channel is private enough, `/group list` shows organisers what waits. */
async function askOrganisers(
  sending: Sending,
  effect: GroupProposal,
  message: Message,
  attempt: Attempt,
): Promise<SendResult> {
  const channelId = await whereOrganisersRead(sending);
  if (!channelId) return { kind: 'delivered' };
  try {
    return said(channelId, await postOnce(sending, { channelId, message, key: effectKey(effect), attempt }));
  } catch (error) {
    // Once we hear that it was deleted, or another is made, they are asked there.
    if (hasCode(error, 10003)) return { kind: 'deferred', reason: 'the organisers’ channel is not there' };
    return resultOf(error, { forbidden: { kind: 'permission-missing', permission: 'SendMessages', channelId } });
  }
}

/** Where groups are proposed, and others hear of a new one. */
async function sayOnServer(
  sending: Sending,
  effect: GroupProposal,
  message: Message,
  attempt: Attempt,
): Promise<SendResult> {
  const where = { groupKey: communityKey, channelKey: channelsCairnUses.studyGroups };
  return await sayInChannel(sending, { ...where, message, key: effectKey(effect), attempt });
}

/** By direct message only where they asked for those. */
async function tellDeclined(
  sending: Sending,
  effect: GroupProposal,
  { proposal, isDirect }: Extract<ProposalWord, { kind: 'declined' }>,
  attempt: Attempt,
): Promise<SendResult> {
  if (isDirect) {
    const message = declinedPost(proposal, sending.guild.name);
    const told = await tellDirectly(sending, message, { userId: proposal.proposedBy, key: effectKey(effect), attempt });
    if (told) return told;
  }
  return await sayOnServer(sending, effect, declinedPost(proposal), attempt);
}

/** The organisers' post shows what was decided. @returns what went wrong, where another attempt may help. */
async function closeQuestion(
  sending: Sending,
  effect: GroupProposal,
  message: Message,
): Promise<SendResult | undefined> {
  const asked = await findDelivery(sending.db, effectKey({ ...effect, step: 'asked' }));
  const [channelId, messageId] = asked?.reference?.split('/') ?? [];
  if (!channelId || !messageId) return undefined;
  try {
    await changeMessage(sending, channelId, messageId, message);
    return undefined;
  } catch (error) {
    // Deleted meanwhile, or out of reach: its buttons say that it is decided.
    const result = resultOf(error);
    return result.kind === 'transient' ? result : undefined;
  }
}

/** Undefined where they take none. */
async function tellDirectly(
  sending: Sending,
  message: Message,
  { userId, key, attempt }: { readonly userId: string; readonly key: string; readonly attempt: Attempt },
): Promise<SendResult | undefined> {
  try {
    const channelId = await directChannel(sending, userId);
    if (typeof channelId !== 'string') return channelId;
    return said(channelId, await postOnce(sending, { channelId, message, key: `${key}/direct`, attempt }));
  } catch (error) {
    return hasCode(error, ...dmsRefused) ? undefined : resultOf(error);
  }
}
