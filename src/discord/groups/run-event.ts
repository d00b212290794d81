/** Discord begins no event in a voice channel by itself, and ends none on time: Cairn does. */
import type { SendResult } from '../../domain/delivery.ts';
import {
  type EventLook,
  type EventOnServer,
  type EventPlace,
  eventBinding,
  isOurs,
  minuteOf,
  voiceOf,
} from '../../domain/groups/event-look.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import { findBinding } from '../../store/bindings.ts';
import { findEvent } from '../../store/groups/event-bindings.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { lackAt } from './event-place.ts';
import { getEvent, setEventStatus } from './event-requests.ts';
import { seenEvent } from './seen-event.ts';

const suppressed = (reason: string): SendResult => ({ kind: 'suppressed', reason });
const moved = 'it was moved by hand';
const done: SendResult = { kind: 'delivered' };

interface OfSession {
  readonly group: Group;
  readonly session: Session;
}

export async function startEvent(sending: Sending, opened: OfSession): Promise<SendResult> {
  return await withEvent(sending, opened, async event => {
    if (event.status === 'active') return done;
    if (event.status !== 'scheduled') return suppressed('its event was ended before');
    if (await isMovedAway(sending, event, opened)) return suppressed(moved);
    await setEventStatus(sending, event.id, 'active', `${opened.group.title} begins`);
    return done;
  });
}

export async function endEvent(sending: Sending, opened: OfSession): Promise<SendResult> {
  return await withEvent(sending, opened, async event => {
    if (event.status !== 'active' && event.status !== 'scheduled') return done;
    if (event.status === 'scheduled' && (await isMovedAway(sending, event, opened))) return suppressed(moved);
    // Discord completes it once nobody is in the channel any more.
    if (event.status === 'active' && (await isExtended(sending, event))) return suppressed('its end was moved by hand');
    const status = event.status === 'active' ? 'completed' : 'canceled';
    await setEventStatus(sending, event.id, status, `${opened.group.title} is over`);
    return done;
  });
}

interface SeenEvent extends EventOnServer {
  readonly look: EventLook;
}

/** By hand, and the session did not follow: organisers hear of it from the mirroring. Cairn's own time may just be late. */
async function isMovedAway(sending: Sending, event: SeenEvent, { session }: OfSession): Promise<boolean> {
  return event.look.starts !== minuteOf(session.startsAt) && (await isByHand(sending, event, 'starts'));
}

async function isExtended(sending: Sending, event: SeenEvent): Promise<boolean> {
  const { ends } = event.look;
  const isOver = ends !== null && Temporal.Instant.compare(ends, sending.now()) <= 0;
  return !isOver && (await isByHand(sending, event, 'ends'));
}

async function isByHand({ db, guild }: Sending, { id, look }: SeenEvent, name: 'starts' | 'ends'): Promise<boolean> {
  const bound = await findEvent(db, guild.id, id);
  return bound !== undefined && !isOurs(bound.set, name, look[name]);
}

async function withEvent(
  sending: Sending,
  { session: { groupKey, planned } }: OfSession,
  run: (event: SeenEvent) => Promise<SendResult>,
): Promise<SendResult> {
  const { db, guild } = sending;
  const binding = await findBinding(db, guild.id, eventBinding(groupKey, planned));
  if (binding?.state !== 'bound') return suppressed('it has no event');
  let place: EventPlace | undefined;
  try {
    const event = seenEvent(await getEvent(sending, binding.discordId));
    place = event.look.place;
    // Elsewhere Discord begins and ends it.
    return voiceOf(place) === undefined ? suppressed('its event is not in a voice channel') : await run(event);
  } catch (error) {
    if (hasCode(error, 10070)) return suppressed('its event was deleted');
    // Ended between the look and the request.
    if (hasCode(error, 180000)) return done;
    return resultOf(error, { forbidden: lackAt(sending, place) });
  }
}
