/** A session was skipped, moved or is held after all: said in the channel and, where there is one, in its thread. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import { type Change, changePost } from '../../views/groups/pings/change.ts';
import { threadName } from '../../views/groups/pings/thread.ts';
import { isRefusal } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { calledBy } from './group-role.ts';
import type { PingEffect } from './ping-effect.ts';
import { placeOf } from './place.ts';
import { renameThread } from './requests.ts';
import { sayInChannel } from './say.ts';
import { sayOnlyInThread } from './say-in-thread.ts';
import { threadOf } from './session-thread.ts';

export async function sayChange(
  sending: Sending,
  change: Change,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, session, isSoon } = change;
  const key = effectKey(effect);
  const place = await placeOf(sending, group.channel);
  if (place.kind !== 'ready') return place;
  const { roleId, noticed } = isSoon ? await calledBy(sending, group, place.channelId) : {};
  const saying = { groupKey: group.key, channelKey: group.channel, attempt };
  const said = await sayInChannel(sending, { ...saying, posted: changePost(change, 'channel', roleId), key });
  if (said.kind !== 'delivered' || attempt.isTooLate) return said;
  const thread = await threadOf(sending, session);
  if (thread) {
    const posted = changePost(change, 'thread');
    const result = await sayOnlyInThread(sending, { ...saying, posted, key: `${key}/thread` }, thread);
    if (result.kind === 'transient') return result;
    if (result.kind === 'delivered') await rename(sending, thread.id, threadName(group, session));
  }
  return noticed ? { ...said, noticed } : said;
}

/** A courtesy: where Discord does not let us, the thread has its old name and says what holds. */
async function rename(sending: Sending, threadId: string, name: string): Promise<void> {
  if (sending.guild.channels.cache.get(threadId)?.name === name) return;
  try {
    await renameThread(sending, threadId, name);
  } catch (error) {
    sending.log.warn({ err: error, threadId, isRefusal: isRefusal(error) }, 'A session’s thread keeps its old name');
  }
}
