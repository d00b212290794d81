/** A reminder by direct message. Whoever takes none is told so once, quietly, in the session's thread. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import { inTransaction } from '../../store/database.ts';
import { noteClosedDms } from '../../store/groups/closed-dms.ts';
import { closedDmsPost, type DirectReminder, directReminderPost } from '../../views/groups/pings/reminder.ts';
import { postOnce } from '../effects/own-message.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { hasLeft } from './has-left.ts';
import type { PingEffect } from './ping-effect.ts';
import { placesOf } from './places.ts';
import { openDirectChannel } from './requests.ts';
import { said } from './say.ts';
import { sayInThread } from './say-in-thread.ts';

/** No server in common: they have left, or do not take what comes from servers. */
const noMutualServer = 50_278;
export const dmsClosed = [50_007, noMutualServer];
/** Opened too fast. */
export const tooFast = 40_003;
/** None is tried again. */
export const dmsRefused = [...dmsClosed, tooFast];

export async function sayDirectly(
  sending: Sending,
  reminder: DirectReminder,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { guild, now, directMessages } = sending;
  const { group, session, to } = reminder;
  const key = effectKey(effect);
  try {
    const channelId = await directChannel(sending, to.userId);
    if (typeof channelId !== 'string') return channelId;
    const here = { guildId: guild.id, server: guild.name, now: now() };
    const message = directReminderPost(reminder, here, await placesOf(sending, group, session));
    return said(channelId, await postOnce(sending, { channelId, message, key, attempt }));
  } catch (error) {
    if (!hasCode(error, ...dmsRefused)) return resultOf(error);
    if (hasCode(error, tooFast)) directMessages.slowDown();
    const left = hasCode(error, noMutualServer) ? await whetherLeft(sending, to.userId) : undefined;
    return left ?? (await sayQuietly(sending, reminder, key, attempt));
  }
}

export async function directChannel(sending: Sending, userId: string): Promise<string | SendResult> {
  const { directMessages } = sending;
  const known = directMessages.known(userId);
  if (known !== undefined) return known;
  const retryAfter = directMessages.reserve();
  if (retryAfter) return { kind: 'transient', reason: 'many direct messages are being sent', retryAfter };
  const channelId = await openDirectChannel(sending, userId);
  directMessages.opened(userId, channelId);
  return channelId;
}

/** In the thread nobody is told of who is not here any more. Undefined: they are on the server. */
async function whetherLeft(sending: Sending, userId: string): Promise<SendResult | undefined> {
  try {
    if (!(await hasLeft(sending, userId))) return undefined;
    return { kind: 'suppressed', reason: 'they have left the server' };
  } catch (error) {
    return resultOf(error);
  }
}

/** Noted only once the notice is out: a crash in between tries both again. */
async function sayQuietly(
  sending: Sending,
  reminder: DirectReminder,
  key: string,
  attempt: Attempt,
): Promise<SendResult> {
  const { db, guild, now } = sending;
  const { group, session, to } = reminder;
  const message = closedDmsPost(reminder, to.userId);
  const saying = { groupKey: group.key, channelKey: group.channel, message, key: `${key}/closed`, attempt };
  const notice = await sayInThread(sending, { session }, saying);
  if (notice.kind === 'transient' || notice.kind === 'blocked') return notice;
  await inTransaction(db, tx => noteClosedDms(tx, { guildId: guild.id, userId: to.userId }, now()));
  if (notice.kind !== 'delivered') return notice;
  const { noticed } = notice;
  const reason = 'direct messages are closed to Cairn; said quietly in the thread';
  return { kind: 'suppressed', reason, ...(noticed ? { noticed } : {}) };
}
