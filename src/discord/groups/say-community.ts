/** The community's own words, where everybody reads them: its week, and after an outage what was not said. */

import { channelsCairnUses } from '../../domain/community.ts';
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import { communityKey } from '../../domain/groups/group.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import { digestPost } from '../../views/groups/digest.ts';
import { summaryPost } from '../../views/groups/pings/summary.ts';
import { localeOf } from '../../views/locale.ts';
import type { Message } from '../../views/message.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
import { sayInChannel } from './say.ts';

type CommunityPing = Extract<OpenedPing, { kind: 'digest' | 'summary' }>;

export async function sayToCommunity(
  sending: Sending,
  ping: CommunityPing,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const channelKey = channelsCairnUses.studyGroups;
  const message = messageOf(sending, ping);
  return await sayInChannel(sending, { groupKey: communityKey, channelKey, message, key: effectKey(effect), attempt });
}

function messageOf({ guild }: Sending, ping: CommunityPing): Message {
  if (ping.kind === 'summary') return summaryPost(ping);
  return digestPost(ping.digest, localeOf(guild.preferredLocale), ping.lateBy);
}
