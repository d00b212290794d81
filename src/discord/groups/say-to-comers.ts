/** Says what changes for a session in the group's channel and in the session's thread; whoever would turn up soon is rung. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import { effectKey } from '../../domain/effect.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import type { Message } from '../../views/message.ts';
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
  /** @param roleId whom it calls. */
  readonly messageTo: (roleId?: string) => Message;
}

/** `thread`: where it was said as well. */
export async function sayToComers(
  sending: Sending,
  { group, session, isSoon, messageTo }: ToComers,
  effect: PingEffect,
  attempt: Attempt,
): Promise<{ readonly said: SendResult; readonly thread?: Thread }> {
  const key = effectKey(effect);
  const place = await placeOf(sending, group.channel);
  if (place.kind !== 'ready') return { said: place };
  const { roleId, noticed } = isSoon ? await calledBy(sending, group, place.channelId) : {};
  const saying = { groupKey: group.key, channelKey: group.channel, attempt };
  const said = await sayInChannel(sending, { ...saying, message: messageTo(roleId), key });
  if (said.kind !== 'delivered') return { said };
  const thread = session && (await threadOf(sending, session));
  const there =
    thread && (await sayOnlyInThread(sending, { ...saying, message: messageTo(), key: `${key}/thread` }, thread));
  if (there?.kind === 'transient') return { said: there };
  return { said: noticed ? { ...said, noticed } : said, ...(thread && there?.kind === 'delivered' ? { thread } : {}) };
}
