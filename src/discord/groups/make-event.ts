/** Makes the event of a session, once, whatever crashes in between; near ones first, and never the server's last. */
import type { APIGuildScheduledEvent } from 'discord.js';
import type { Attributes } from '../../domain/attributes.ts';
import type { SendResult } from '../../domain/delivery.ts';
import { eventBinding, voiceOf } from '../../domain/groups/event-look.ts';
import type { MirrorStep } from '../../domain/groups/mirror.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { serverLimits } from '../../domain/server-limits.ts';
import type { MirrorState } from '../../flows/groups/mirror-state.ts';
import { findOrMake } from '../effects/found-or-made.ts';
import { hasCode } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { createEvent, deleteEvent, listEvents } from './event-requests.ts';
import { seenEvent } from './seen-event.ts';

/** Left for people, who make events by hand. */
const keptFree = 10;

export const roomFor = (open: number) => serverLimits.scheduledEvents - keptFree - open;

/** A picture is worth waiting for until then: no event is given one afterwards. */
const lastWithPicture = { hours: 1 };

const drawing: SendResult = { kind: 'transient', reason: 'many pictures are being drawn' };
const later: SendResult = { kind: 'transient', reason: 'the channel of the event has just gone' };

export async function makeEvent(
  sending: Sending,
  { state }: { readonly state: MirrorState },
  { session, look }: Extract<MirrorStep, { kind: 'make' }>,
): Promise<OrganiserProblem | SendResult | undefined> {
  const { client, flows, now } = sending;
  const { group } = state;
  if (!group) return undefined;
  const voiceId = voiceOf(look.place);
  const wanted = JSON.stringify(look);
  const image = await flows.groupCover(group);
  const canWait = Temporal.Instant.compare(now().add(lastWithPicture), session.startsAt) < 0;
  if (image === undefined && canWait) return drawing;
  const result = await findOrMake<APIGuildScheduledEvent>(sending, {
    binding: eventBinding(session.groupKey, session.planned),
    known: () => undefined,
    all: () => listEvents(sending),
    looksMade: event => event.creator_id === client.user?.id && JSON.stringify(seenEvent(event).look) === wanted,
    obstacle: () => undefined,
    make: () => createEvent(sending, look, image, `${group.title} meets`),
    set: look as Attributes & typeof look,
    unmake: event => deleteEvent(sending, event.id, 'Another process made the same event'),
    forbidden: {
      kind: 'permission-missing',
      permission: 'CreateEvents',
      ...(voiceId === undefined ? {} : { channelId: voiceId }),
    },
  }).catch((error: unknown) => {
    if (hasCode(error, 10003)) return later;
    throw error;
  });
  if (result.kind === 'ready') return undefined;
  return result.kind === 'blocked' ? limitOr(result) : result;
}

function limitOr(result: Extract<SendResult, { kind: 'blocked' }>): OrganiserProblem | SendResult {
  return result.problem.kind === 'event-limit' ? result.problem : result;
}
