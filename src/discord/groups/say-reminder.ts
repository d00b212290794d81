/** Reminds those who said they come: in the thread together, or one by direct message. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import { type Reminder, reminderPost } from '../../views/groups/pings/reminder.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
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
  const here = { guildId: sending.guild.id, now: sending.now() };
  let result: SendResult = { kind: 'suppressed', reason: 'nobody is to be reminded any more' };
  for (let part = 0; part * mostMentioned < to.userIds.length; part += 1) {
    const userIds = to.userIds.slice(part * mostMentioned, (part + 1) * mostMentioned);
    const message = reminderPost({ ...reminder, to }, userIds, here);
    const key = part === 0 ? effectKey(effect) : `${effectKey(effect)}/${part}`;
    result = await sayInThread(
      sending,
      { session },
      { groupKey: group.key, channelKey: group.channel, message, key, attempt },
    );
    if (result.kind !== 'delivered') return result;
  }
  return result;
}
