/** A holiday or pause was noted or lifted: said to the group, and to those who come to what is so near that they would turn up. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type BreakSaid, breakPost } from '../../views/groups/pings/break.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
import { sayToComers } from './say-to-comers.ts';

export async function sayBreak(
  sending: Sending,
  said: BreakSaid,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, soon } = said;
  const toComers = {
    group,
    session: soon,
    isSoon: soon !== undefined,
    post: (where: 'channel' | 'thread', roleId?: string) => breakPost(said, where, roleId),
  };
  return (await sayToComers(sending, toComers, effect, attempt)).said;
}
