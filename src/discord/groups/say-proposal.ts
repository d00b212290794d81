/** Carries out `group-proposal`: asks the organisers, and tells whoever proposed it what they decided. */
import { channelsCairnUses } from '../../domain/community.ts';
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type Effect, effectKey } from '../../domain/effect.ts';
import { communityKey } from '../../domain/groups/group.ts';
import type { Posted } from '../../views/groups/pings/posted.ts';
import { approvedPost, declinedPost, proposalPost } from '../../views/groups/proposal-post.ts';
import { postOnce } from '../effects/own-message.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
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
      const posted = approvedPost(word.group, word.proposedBy, word.next);
      return await tellProposer(sending, effect, { posted, userId: word.proposedBy, isDirect: word.isDirect, attempt });
    }
    case 'declined': {
      const { proposal, isDirect } = word;
      const posted = declinedPost(proposal);
      return await tellProposer(sending, effect, { posted, userId: proposal.proposedBy, isDirect, attempt });
    }
  }
}

/** Where no channel is private enough, `/group list` shows organisers what waits. */
async function askOrganisers(
  sending: Sending,
  effect: GroupProposal,
  posted: Posted,
  attempt: Attempt,
): Promise<SendResult> {
  const channelId = await whereOrganisersRead(sending);
  if (!channelId) return { kind: 'delivered' };
  try {
    return said(channelId, await postOnce(sending, { channelId, ...posted, key: effectKey(effect), attempt }));
  } catch (error) {
    return resultOf(error, { forbidden: { kind: 'permission-missing', permission: 'SendMessages', channelId } });
  }
}

interface Telling {
  readonly posted: Posted;
  readonly userId: string;
  readonly isDirect: boolean;
  readonly attempt: Attempt;
}

/** By direct message only where they asked for those; else where groups are proposed. */
async function tellProposer(
  sending: Sending,
  effect: GroupProposal,
  { posted, userId, isDirect, attempt }: Telling,
): Promise<SendResult> {
  const key = effectKey(effect);
  if (isDirect) {
    const told = await tellDirectly(sending, posted, { userId, key, attempt });
    if (told) return told;
  }
  return await sayInChannel(sending, {
    groupKey: communityKey,
    channelKey: channelsCairnUses.studyGroups,
    posted,
    key,
    attempt,
  });
}

/** Undefined where they take none. */
async function tellDirectly(
  sending: Sending,
  posted: Posted,
  { userId, key, attempt }: { readonly userId: string; readonly key: string; readonly attempt: Attempt },
): Promise<SendResult | undefined> {
  try {
    const channelId = await directChannel(sending, userId);
    if (typeof channelId !== 'string') return channelId;
    return said(channelId, await postOnce(sending, { channelId, ...posted, key: `${key}/direct`, attempt }));
  } catch (error) {
    return hasCode(error, ...dmsRefused) ? undefined : resultOf(error);
  }
}
