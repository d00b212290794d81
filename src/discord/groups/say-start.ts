/** The call before the start, in the group's channel, and the check-in at the start or little before it, in the thread. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import { callPost, checkInPost } from '../../views/groups/pings/start.ts';
import type { Sending } from '../effects/sending.ts';
import { calledBy } from './group-role.ts';
import type { PingEffect } from './ping-effect.ts';
import { placeOf } from './place.ts';
import { placesOf, venueOf } from './places.ts';
import { sayInChannel } from './say.ts';
import { sayInThread, waitForThread } from './say-in-thread.ts';

type Start = Extract<OpenedPing, { kind: 'session' | 'check-in' }>;

export async function sayCall(
  sending: Sending,
  start: Start,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, session } = start;
  const waiting = await waitForThread(sending, group, session, attempt);
  if (waiting) return waiting;
  const place = await placeOf(sending, group.channel);
  if (place.kind !== 'ready') return place;
  const { roleId, noticed } = await calledBy(sending, group, place.channelId);
  const message = callPost(start, roleId, await placesOf(sending, group, session));
  const saying = { groupKey: group.key, channelKey: group.channel, message, key: effectKey(effect), attempt };
  const result = await sayInChannel(sending, saying);
  return result.kind === 'delivered' && noticed ? { ...result, noticed } : result;
}

export async function sayCheckIn(
  sending: Sending,
  start: Start,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, session } = start;
  const waiting = await waitForThread(sending, group, session, attempt);
  if (waiting) return waiting;
  const message = checkInPost(start, await venueOf(sending, group, session), sending.now());
  const saying = { groupKey: group.key, channelKey: group.channel, message, key: effectKey(effect), attempt };
  return await sayInThread(sending, { session }, saying);
}
