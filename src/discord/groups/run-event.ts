/** Discord begins no event in a voice channel by itself, and ends none on time: Cairn does. */
import type { SendResult } from '../../domain/delivery.ts';
import { type EventOnServer, eventBinding, minuteOf, voiceOf } from '../../domain/groups/event-look.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import { findBinding } from '../../store/bindings.ts';
import { hasCode, resultOf } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { getEvent, setEventStatus } from './event-requests.ts';
import { seenEvent } from './seen-event.ts';

const suppressed = (reason: string): SendResult => ({ kind: 'suppressed', reason });
const done: SendResult = { kind: 'delivered' };

interface OfSession {
  readonly group: Group;
  readonly session: Session;
}

export async function startEvent(sending: Sending, opened: OfSession): Promise<SendResult> {
  return await withEvent(sending, opened, async event => {
    if (event.status === 'active') return done;
    if (event.status !== 'scheduled') return suppressed('its event was ended before');
    // Moved by hand a moment ago: the session is about to follow.
    if (event.look?.starts !== minuteOf(opened.session.startsAt))
      return { kind: 'transient', reason: 'its event has another time' };
    await setEventStatus(sending, event.id, 'active', `${opened.group.title} begins`);
    return done;
  });
}

export async function endEvent(sending: Sending, opened: OfSession): Promise<SendResult> {
  return await withEvent(sending, opened, async event => {
    if (event.status !== 'active' && event.status !== 'scheduled') return done;
    const status = event.status === 'active' ? 'completed' : 'canceled';
    await setEventStatus(sending, event.id, status, `${opened.group.title} is over`);
    return done;
  });
}

async function withEvent(
  sending: Sending,
  { session: { groupKey, planned } }: OfSession,
  run: (event: EventOnServer) => Promise<SendResult>,
): Promise<SendResult> {
  const { db, guild } = sending;
  const binding = await findBinding(db, guild.id, eventBinding(groupKey, planned));
  if (binding?.state !== 'bound') return suppressed('it has no event');
  let channelId: string | undefined;
  try {
    const event = seenEvent(await getEvent(sending, binding.discordId));
    channelId = voiceOf(event.look.place);
    // Elsewhere Discord begins and ends it.
    return channelId === undefined ? suppressed('its event is not in a voice channel') : await run(event);
  } catch (error) {
    if (hasCode(error, 10070)) return suppressed('its event was deleted');
    // Ended between the look and the request.
    if (hasCode(error, 180000)) return done;
    const forbidden = {
      kind: 'permission-missing',
      permission: 'CreateEvents',
      ...(channelId && { channelId }),
    } as const;
    return resultOf(error, { forbidden });
  }
}
