/** A group has ended: said to the group, and to those who would turn up at its next meeting. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type EndSaid, endPost } from '../../views/groups/pings/ended.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
import { sayToComers } from './say-to-comers.ts';

export async function sayEnd(
  sending: Sending,
  said: EndSaid,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, soon } = said;
  const toComers = {
    group,
    session: soon,
    isSoon: soon !== undefined,
    messageTo: (roleId?: string) => endPost(said, roleId),
  };
  return (await sayToComers(sending, toComers, effect, attempt)).said;
}
