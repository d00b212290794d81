/** Opens a session's thread, which begins with the agenda. */
import type { Attempt, SendResult } from '../../domain/delivery.ts';
import type { OpenedPing } from '../../domain/groups/opened-ping.ts';
import { threadBinding } from '../../flows/groups/whereabouts.ts';
import { findBinding } from '../../store/bindings.ts';
import { agendaPost } from '../../views/groups/pings/thread.ts';
import { localeOf } from '../../views/locale.ts';
import type { Sending } from '../effects/sending.ts';
import { messageKey, type PingEffect } from './ping-effect.ts';
import { placeOf } from './place.ts';
import { venueOf } from './places.ts';
import { sayInThread } from './say-in-thread.ts';
import { openThread } from './session-thread.ts';

export async function sayThread(
  sending: Sending,
  opened: Extract<OpenedPing, { kind: 'thread' }>,
  effect: PingEffect,
  attempt: Attempt,
): Promise<SendResult> {
  const { group, session } = opened;
  const before = await findBinding(sending.db, sending.guild.id, threadBinding(session.groupKey, session.planned));
  if (before?.state === 'gone') return { kind: 'suppressed', reason: 'its thread was deleted by hand' };
  const place = await placeOf(sending, group.channel);
  if (place.kind !== 'ready') return place;
  const found = await openThread(sending, group, session, place);
  if (found.kind !== 'ready') return found;
  const message = agendaPost(opened, await venueOf(sending, group, session), localeOf(sending.guild.preferredLocale));
  // Of a moved session the thread may be there with its agenda: it begins with one only.
  const saying = { groupKey: group.key, channelKey: group.channel, message, key: messageKey(effect) };
  const { missing: _, ...sought } = attempt;
  const again = before ? { ...sought, number: Math.max(attempt.number, 2), askedAt: before.since } : attempt;
  return await sayInThread(sending, { session }, { ...saying, attempt: again });
}
