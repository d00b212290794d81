/** Scheduled events: listed, made, fetched, changed, started, ended, cancelled, deleted. */
import { Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { fetchedEventJson } from '../../../serial/scheduled-event.ts';
import { eventsSeenBy } from '../../../state/scheduled-events/event-visibility.ts';
import type { ScheduledEventRecord } from '../../../state/scheduled-events/scheduled-event-record.ts';
import {
  addScheduledEvent,
  cancelScheduledEvent,
  changeScheduledEvent,
  deleteScheduledEvent,
  EventStatus,
  endScheduledEvent,
  openEvents,
  startScheduledEvent,
} from '../../../state/scheduled-events/scheduled-events.ts';
import { checkEventChange, checkNewEvent, type ScheduledEventBody } from '../../../validate/scheduled-event-rules.ts';
import { inGuild } from '../../access.ts';
import { isSet } from '../../query.ts';
import { type Call, done, ok, route } from '../../route.ts';
import { changingEvent, checkPlace, inEvent, mayHandle } from '../../scheduled-events/event-access.ts';
import { checkTransition, eventChange, type NewEventBody, newEventFields } from '../../scheduled-events/event-body.ts';

const answers = 'ScheduledEventResponse';
const kinds: Readonly<Record<number, string>> = { 1: 'Stage', 2: 'Voice', 3: 'External' };

export const scheduledEventRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/scheduled-events',
    answers: [answers],
    run: call => {
      const { guild, me } = inGuild(call);
      return ok(eventsSeenBy(guild, me.user.id).map(event => answer(call, event)));
    },
  }),
  route<NewEventBody>({
    method: 'POST',
    path: '/guilds/:guild/scheduled-events',
    schema: body => `${kinds[typeIn(body) ?? 2] ?? 'Voice'}ScheduledEventCreateRequestSchema`,
    answers,
    check: ({ body }) => checkNewEvent(body),
    run: call => {
      const access = inGuild(call);
      const { world } = call;
      const fields = newEventFields(call.body, world.clock.millis());
      checkPlace(access, fields);
      mayHandle(call, access, fields, 'new');
      if (openEvents(access.guild).length >= limits.openEvents.max) throw new Refusal('tooManyEvents');
      return ok(answer(call, addScheduledEvent(world, access.guild, access.me.user.id, fields)));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/scheduled-events/:event',
    answers,
    run: call => ok(answer(call, inEvent(call).event)),
  }),
  route<ScheduledEventBody>({
    method: 'PATCH',
    path: '/guilds/:guild/scheduled-events/:event',
    schema: body => `${kinds[typeIn(body) ?? likelyType(body)] ?? 'Voice'}ScheduledEventPatchRequestPartialSchema`,
    answers,
    check: ({ body, world, params }) =>
      checkEventChange(body, world.guilds.get(params.guild ?? '')?.scheduledEvents.get(params.event ?? '')?.type),
    run: call => {
      const access = changingEvent(call);
      const { event } = access;
      const now = call.world.clock.millis();
      checkTransition(call.body, event);
      const change = eventChange(call.body, event, now);
      const place = { ...event, ...change };
      if (place.channelId !== event.channelId || place.type !== event.type) {
        checkPlace(access, place);
        mayHandle(call, access, place, event.creatorId);
      }
      carryOut(call, event, change);
      return ok(answer(call, event));
    },
  }),
  route({
    method: 'DELETE',
    path: '/guilds/:guild/scheduled-events/:event',
    run: call => {
      const access = inEvent(call);
      mayHandle(call, access, access.event, access.event.creatorId);
      deleteScheduledEvent(call.world, access.event);
      return done;
    },
  }),
];

const answer = ({ world, query }: Call<unknown>, event: ScheduledEventRecord) =>
  fetchedEventJson(event, world.users, isSet(query, 'with_user_count'));

const typeIn = (body: unknown) => (body as ScheduledEventBody | undefined)?.entity_type;

/** Without a type in the body, only what it says of the place can tell which schema is meant. */
const likelyType = (body: unknown) =>
  (body as ScheduledEventBody | undefined)?.entity_metadata?.location === undefined ? 2 : 3;

function carryOut(
  { world, body }: Call<ScheduledEventBody>,
  event: ScheduledEventRecord,
  change: ReturnType<typeof eventChange>,
): void {
  const { status } = body;
  if (status == null || status === event.status) changeScheduledEvent(world, event, change);
  else if (status === EventStatus.active) startScheduledEvent(world, event, change);
  else if (status === EventStatus.completed) endScheduledEvent(world, event, world.clock.millis(), change);
  else cancelScheduledEvent(world, event, change);
}
