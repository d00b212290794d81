/** Says what changes for a session in the group's channel and in the session's thread; whoever would turn up soon is rung. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import type { Posted } from '../../views/groups/pings/posted.ts';
import type { Sending } from '../effects/sending.ts';
import { calledBy } from './group-role.ts';
import type { PingEffect } from './ping-effect.ts';
import { placeOf } from './place.ts';
import { sayInChannel } from './say.ts';
import { sayOnlyInThread } from './say-in-thread.ts';
import { type Thread, threadOf } from './session-thread.ts';

interface ToComers {
  readonly group: Group;
  /** Absent: there is no session whose comers must hear of it. */
  readonly session: Session | undefined;
  readonly isSoon: boolean;
  readonly post: (where: 'channel' | 'thread', roleId?: string) => Posted;
}

/** `thread`: where it was said as well. */
export async function sayToComers(
  sending: Sending,
  { group, session, isSoon, post }: ToComers,
  effect: PingEffect,
  attempt: Attempt,
): Promise<{ readonly said: SendResult; readonly thread?: Thread }> {
  const key = effectKey(effect);
  const place = await placeOf(sending, group.channel);
  if (place.kind !== 'ready') return { said: place };
  const { roleId, noticed } = isSoon ? await calledBy(sending, group, place.channelId) : {};
  const saying = { groupKey: group.key, channelKey: group.channel, attempt };
  const said = await sayInChannel(sending, { ...saying, posted: post('channel', roleId), key });
  if (said.kind !== 'delivered' || attempt.isTooLate) return { said };
  const thread = session && (await threadOf(sending, session));
  const there =
    thread && (await sayOnlyInThread(sending, { ...saying, posted: post('thread'), key: `${key}/thread` }, thread));
  if (there?.kind === 'transient') return { said: there };
  return { said: noticed ? { ...said, noticed } : said, ...(thread && there?.kind === 'delivered' ? { thread } : {}) };
}
