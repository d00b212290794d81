/** Scheduled events, to bots that may know of them. Who is interested comes as ids only. */

import { Intent } from '../../intents.ts';
import { eventExceptionJson, scheduledEventJson, stageJson } from '../../serial/scheduled-event.ts';
import type { WorldEvent } from '../../state/events.ts';
import { seesEvent } from '../../state/scheduled-events/event-visibility.ts';
import type { ScheduledEventRecord } from '../../state/scheduled-events/scheduled-event-record.ts';
import { guildOf, type World } from '../../state/world.ts';
import { type Dispatch, type DispatchesOf, inGuild } from './dispatch.ts';

type Answered = Extract<WorldEvent, { readonly exceptionId: string | undefined }>;
type OfStage = Extract<WorldEvent, { readonly stageId: string }>;
type Excepted = Extract<WorldEvent, { readonly exception: unknown }>;

export const scheduledEventDispatches: DispatchesOf<
  | 'scheduled-event-created'
  | 'scheduled-event-changed'
  | 'scheduled-event-deleted'
  | 'event-exception-created'
  | 'event-exception-changed'
  | 'event-exception-deleted'
  | 'stage-opened'
  | 'stage-closed'
  | 'event-response-given'
  | 'event-response-withdrawn'
> = {
  'scheduled-event-created': (world, { event }) => ofEvent(world, 'CREATE', event, () => scheduledEventJson(event)),
  'scheduled-event-changed': (world, { event }) => ofEvent(world, 'UPDATE', event, () => scheduledEventJson(event)),
  'scheduled-event-deleted': (world, { event }) => ofEvent(world, 'DELETE', event, () => scheduledEventJson(event)),
  'event-exception-created': (world, told) => ofException(world, 'EXCEPTION_CREATE', told),
  'event-exception-changed': (world, told) => ofException(world, 'EXCEPTION_UPDATE', told),
  'event-exception-deleted': (world, told) => ofException(world, 'EXCEPTION_DELETE', told),
  'stage-opened': (world, told) => ofStage(world, 'STAGE_INSTANCE_CREATE', told),
  'stage-closed': (world, told) => ofStage(world, 'STAGE_INSTANCE_DELETE', told),
  'event-response-given': (world, told) => ofAnswer(world, 'USER_ADD', told),
  'event-response-withdrawn': (world, told) => ofAnswer(world, 'USER_REMOVE', told),
};

function ofEvent(world: World, what: string, event: ScheduledEventRecord, data: () => unknown): Dispatch {
  const guild = guildOf(world, event.guildId);
  return {
    event: `GUILD_SCHEDULED_EVENT_${what}`,
    guildId: guild.id,
    intent: Intent.guildScheduledEvents,
    data: ({ bot }) => (seesEvent(guild, event, bot.id) ? data() : undefined),
  };
}

const ofStage = (world: World, name: string, { event, stageId }: OfStage) =>
  inGuild(world, name, event.guildId, () => stageJson(event, stageId));

const ofException = (world: World, what: string, { event, exception }: Excepted) =>
  ofEvent(world, what, event, () => ({ ...eventExceptionJson(event, exception), guild_id: event.guildId }));

const ofAnswer = (world: World, what: string, { event, userId, exceptionId, response }: Answered) =>
  ofEvent(world, what, event, () => ({
    guild_scheduled_event_id: event.id,
    ...(exceptionId !== undefined && { guild_scheduled_event_exception_id: exceptionId }),
    user_id: userId,
    guild_id: event.guildId,
    response,
  }));
