/** A holiday or pause was noted or lifted: said to the group, and to those who come to what is so near that they would turn up. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import { type BreakSaid, breakPost } from '../../views/groups/pings/break.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
import { sayOnlyInThread } from './say-in-thread.ts';
import { sayToComers } from './say-to-comers.ts';
import { threadOf } from './session-thread.ts';

export async function sayBreak(
  sending: Sending,
  said: BreakSaid,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, soon, near } = said;
  const toComers = {
    group,
    session: undefined,
    isSoon: soon !== undefined,
    messageTo: (roleId?: string) => breakPost(said, roleId),
  };
  const { said: result } = await sayToComers(sending, toComers, effect, attempt);
  if (result.kind !== 'delivered') return result;
  const saying = { groupKey: group.key, channelKey: group.channel, attempt };
  // One may begin between two attempts: each has a post and a key of its own.
  for (const session of near) {
    const thread = await threadOf(sending, session);
    if (!thread) continue;
    const message = breakPost({ ...said, soon: session });
    const key = `${effectKey(effect)}/thread/${session.planned}`;
    const there = await sayOnlyInThread(sending, { ...saying, message, key }, thread);
    if (there.kind === 'transient') return there;
  }
  return result;
}
