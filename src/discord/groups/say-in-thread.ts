/** Posts in a session's thread; where there is none to write in, in the group's channel, so that nothing goes unsaid. */
import type { SendResult } from '../../domain/delivery.ts';
import type { Group } from '../../domain/groups/group.ts';
import { occurrenceOf } from '../../domain/groups/ping.ts';
import type { Session } from '../../domain/groups/session.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { findPing } from '../../store/groups/ping-ledger.ts';
import { postOnce } from '../effects/own-message.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
import { confirmed } from '../effects/second-look.ts';
import type { Sending } from '../effects/sending.ts';
import { lackIn, placeOf } from './place.ts';
import { elsewhereKey, type Saying, said, sayInChannel } from './say.ts';
import { type Thread, threadGone, threadOf } from './session-thread.ts';

/** It cannot be said there; `noticed` is what organisers should know about it. */
interface Elsewhere {
  readonly kind: 'elsewhere';
  readonly noticed?: OrganiserProblem;
}

export async function sayInThread(
  sending: Sending,
  { session }: { readonly session: Session },
  saying: Saying,
): Promise<SendResult> {
  const thread = await threadOf(sending, session);
  const there = thread ? await sayThere(sending, saying, thread) : ({ kind: 'elsewhere' } as const);
  if (there.kind !== 'elsewhere') return there;
  const result = await sayInChannel(sending, { ...saying, key: elsewhereKey(saying.key) });
  return result.kind === 'delivered' && there.noticed ? { ...result, noticed: there.noticed } : result;
}

/** Where it has been said in the channel already; what cannot be said in the thread stays unsaid there. */
export async function sayOnlyInThread(sending: Sending, saying: Saying, thread: Thread): Promise<SendResult> {
  const result = await sayThere(sending, saying, thread);
  return result.kind === 'elsewhere' ? { kind: 'suppressed', reason: 'its thread cannot be written in' } : result;
}

/** Locked, or archived in a way that writing does not undo. */
const closedToUs = [160_005, 50_083];

async function sayThere(sending: Sending, saying: Saying, thread: Thread): Promise<SendResult | Elsewhere> {
  const place = await placeOf(sending, saying.channelKey);
  if (place.kind !== 'ready') return place;
  const { message, key, attempt } = saying;
  const lack = await confirmed(sending, () =>
    lackIn(sending, place.channelId, ['ViewChannel', 'SendMessagesInThreads', 'ReadMessageHistory']),
  );
  if (lack) return { kind: 'elsewhere', noticed: lack };
  try {
    return said(thread.id, await postOnce(sending, { channelId: thread.id, message, key, attempt }));
  } catch (error) {
    if (hasCode(error, 10003)) {
      await threadGone(sending, thread);
      return { kind: 'elsewhere' };
    }
    if (hasCode(error, ...closedToUs)) return { kind: 'elsewhere' };
    if (hasCode(error, 50001, 50013)) {
      const noticed = {
        kind: 'permission-missing',
        permission: 'SendMessagesInThreads',
        channelId: place.channelId,
      } as const;
      return { kind: 'elsewhere', noticed };
    }
    return resultOf(error);
  }
}

const aMoment = Temporal.Duration.from({ seconds: 1 });
/** Whoever has waited so often goes on without a thread. */
const mostWaits = 3;

/** The thread is due and not open yet, such as at the same minute as a reminder: it begins with the agenda. */
export async function waitForThread(
  { db, guild }: Sending,
  group: Group,
  session: Session,
  { number }: Saying['attempt'],
): Promise<SendResult | undefined> {
  if (number > mostWaits) return undefined;
  const key = { groupKey: group.key, occurrence: occurrenceOf(session), kind: 'thread', audience: 'channel' } as const;
  const opening = await findPing(db, guild.id, key);
  if (opening?.state !== 'due') return undefined;
  return { kind: 'transient', reason: 'the session’s thread is being opened', retryAfter: aMoment };
}
