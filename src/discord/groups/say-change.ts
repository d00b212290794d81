/** A session was skipped, moved or is held after all: said in the channel and, where there is one, in its thread. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { type Change, changePost } from '../../views/groups/pings/change.ts';
import { threadName } from '../../views/groups/pings/thread.ts';
import { isRefusal } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import type { PingEffect } from './ping-effect.ts';
import { renameThread } from './requests.ts';
import { sayToComers } from './say-to-comers.ts';

export async function sayChange(
  sending: Sending,
  change: Change,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, session, isSoon } = change;
  const toComers = {
    group,
    session,
    isSoon,
    messageTo: (roleId?: string) => changePost(change, roleId),
  };
  const { said, thread } = await sayToComers(sending, toComers, effect, attempt);
  if (thread) await rename(sending, thread.id, threadName(group, session));
  return said;
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
