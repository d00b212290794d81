/** Reminds those who said they come: in the thread together, or one by direct message. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import { type Reminder, reminderPost } from '../../views/groups/pings/reminder.ts';
import type { Sending } from '../effects/sending.ts';
import { findParts } from './find-said.ts';
import type { PingEffect } from './ping-effect.ts';
import { said } from './say.ts';
import { sayDirectly } from './say-directly.ts';
import { sayInThread, waitForThread } from './say-in-thread.ts';

/** Discord pings at most a hundred in one message. */
const mostMentioned = 90;

export async function sayReminder(
  sending: Sending,
  reminder: Reminder,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, session, to } = reminder;
  if (to.where === 'dm') return await sayDirectly(sending, { ...reminder, to }, effect, attempt);
  const waiting = await waitForThread(sending, group, session, attempt);
  if (waiting) return waiting;
  const keyOf = (part: number) => (part === 0 ? effectKey(effect) : `${effectKey(effect)}/${part}`);
  // Who comes may have changed since: whoever is named in none of the parts is named in another.
  const parts = attempt.number > 1 ? await findParts(sending, effect, attempt, keyOf) : [];
  const reminded = new Set(parts.flatMap(({ mentions }) => mentions.map(({ id }) => id)));
  const left = to.userIds.filter(userId => !reminded.has(userId));
  const [first] = parts;
  let result: SendResult = first ? said(first.channel_id, first.id) : nobodyLeft;
  const here = { guildId: sending.guild.id, now: sending.now() };
  for (let part = 0; part * mostMentioned < left.length; part += 1) {
    const userIds = left.slice(part * mostMentioned, (part + 1) * mostMentioned);
    const message = reminderPost({ ...reminder, to }, userIds, here);
    const saying = { groupKey: group.key, channelKey: group.channel, key: keyOf(parts.length + part), attempt };
    result = await sayInThread(sending, { session }, { ...saying, message });
    if (result.kind !== 'delivered') return result;
  }
  return result;
}

const nobodyLeft: SendResult = { kind: 'suppressed', reason: 'nobody is to be reminded any more' };
