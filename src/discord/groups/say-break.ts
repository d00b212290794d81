/** A holiday or pause was noted or lifted: said in the group's channel. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import { type BreakSaid, breakPost } from '../../views/groups/pings/break.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
import { sayInChannel } from './say.ts';

export async function sayBreak(
  sending: Sending,
  said: BreakSaid,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group } = said;
  const saying = { groupKey: group.key, channelKey: group.channel, attempt };
  return await sayInChannel(sending, { ...saying, posted: breakPost(said), key: effectKey(effect) });
}
