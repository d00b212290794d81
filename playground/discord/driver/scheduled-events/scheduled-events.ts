/** Scheduled events by hand: what organisers do in the client, free of permission checks. */
import { channelTypes } from '../../state/channels/channel-types.ts';
import type { GuildRecord } from '../../state/records.ts';
import {
  addException,
  changeException,
  occurrenceId,
  removeException,
} from '../../state/scheduled-events/event-exceptions.ts';
import { isOccurrence } from '../../state/scheduled-events/recurrence.ts';
import type { ScheduledEventRecord } from '../../state/scheduled-events/scheduled-event-record.ts';
import {
  addScheduledEvent,
  cancelScheduledEvent,
  changeScheduledEvent,
  deleteScheduledEvent,
  type EventChange,
  EventStatus,
  EventType,
  endScheduledEvent,
  isFinished,
  openEvents,
  startScheduledEvent,
} from '../../state/scheduled-events/scheduled-events.ts';
import type { GuildScheduledEvents, NewScheduledEvent } from '../../surface/scheduled-events.ts';
import type { Context } from '../context.ts';
import { scheduledEventHandle } from './event-handle.ts';
import { recurrenceFrom } from './repetition.ts';

export function guildScheduledEvents({ world }: Context, guild: GuildRecord): GuildScheduledEvents {
  const openEvent = (id: string) => {
    const event = eventIn(guild, id);
    if (isFinished(event)) throw new Error(`"${event.name}" is over`);
    return event;
  };
  const exceptionOf = (id: string, start: Temporal.Instant) => {
    const event = openEvent(id);
    const original = start.epochMilliseconds;
    if (event.recurrence === null || !isOccurrence(event.recurrence, original))
      throw new Error(`"${event.name}" does not take place at ${start}`);
    return { event, original, exception: event.exceptions.get(occurrenceId(original)) };
  };
  const except = (id: string, start: Temporal.Instant, change: Parameters<typeof addException>[3]) => {
    const { event, original, exception } = exceptionOf(id, start);
    if (exception === undefined) addException(world, event, original, change);
    else changeException(world, event, exception, change);
  };

  return {
    scheduledEvent: idOrName => scheduledEventHandle(world, eventIn(guild, idOrName)),
    scheduleEvent(given) {
      const { name, startsAt, repeats, by } = given;
      const fields = { endsAt: null, description: null, recurrence: null, cover: null, ...fieldsOf(given) };
      const place = { type: EventType.external, channelId: null, location: null, ...placeOf(guild, given) };
      checkTimes(given.name, { ...place, startsAt: startsAt.epochMilliseconds, ...fields }, world.clock.millis());
      const recurrence = repeats === undefined ? null : recurrenceFrom(startsAt, repeats);
      const all = { ...fields, ...place, name, startsAt: startsAt.epochMilliseconds, recurrence };
      return scheduledEventHandle(world, addScheduledEvent(world, guild, by?.id ?? guild.ownerId, all));
    },
    changeScheduledEvent({ id }, given) {
      const event = openEvent(id);
      const change = { ...fieldsOf(given), ...placeOf(guild, given) };
      const whole = { ...event, ...change };
      if (given.startsAt !== undefined && event.status === EventStatus.active)
        throw new Error(`"${event.name}" is under way: its start can't be changed`);
      checkTimes(event.name, whole, given.startsAt === undefined ? 0 : world.clock.millis());
      const recurrence =
        given.repeats && recurrenceFrom(Temporal.Instant.fromEpochMilliseconds(whole.startsAt), given.repeats);
      changeScheduledEvent(world, event, { ...change, ...(recurrence !== undefined && { recurrence }) });
      return scheduledEventHandle(world, event);
    },
    startScheduledEvent({ id }) {
      const event = openEvent(id);
      if (event.status === EventStatus.active) throw new Error(`"${event.name}" is under way already`);
      startScheduledEvent(world, event);
    },
    endScheduledEvent({ id }) {
      const event = openEvent(id);
      if (event.status !== EventStatus.active) throw new Error(`"${event.name}" has not begun: cancel it instead`);
      endScheduledEvent(world, event, world.clock.millis());
    },
    cancelScheduledEvent({ id }) {
      const event = openEvent(id);
      if (event.status === EventStatus.active) throw new Error(`"${event.name}" is under way: end it instead`);
      cancelScheduledEvent(world, event);
    },
    deleteScheduledEvent: ({ id }) => deleteScheduledEvent(world, eventIn(guild, id)),
    skipOccurrence: ({ id }, start) => except(id, start, { startsAt: null, endsAt: null, canceled: true }),
    moveOccurrence: ({ id }, start, { startsAt, endsAt }) =>
      except(id, start, {
        startsAt: startsAt.epochMilliseconds,
        endsAt: endsAt?.epochMilliseconds ?? null,
        canceled: false,
      }),
    restoreOccurrence({ id }, start) {
      const { event, exception } = exceptionOf(id, start);
      if (exception !== undefined) removeException(world, event, exception);
    },
  };
}

function eventIn(guild: GuildRecord, idOrName: string): ScheduledEventRecord {
  const found = guild.scheduledEvents.get(idOrName) ?? openEvents(guild).find(({ name }) => name === idOrName);
  if (found === undefined) throw new Error(`${guild.name} has no scheduled event "${idOrName}"`);
  return found;
}

type Given = Partial<NewScheduledEvent>;

function fieldsOf({ name, description, startsAt, endsAt }: Given): EventChange {
  return {
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
    ...(startsAt !== undefined && { startsAt: startsAt.epochMilliseconds }),
    ...(endsAt !== undefined && { endsAt: endsAt.epochMilliseconds }),
  };
}

function placeOf(guild: GuildRecord, { channel, location }: Given): EventChange {
  if (channel === undefined) {
    if (location === undefined) return {};
    return { type: EventType.external, channelId: null, location };
  }
  const found = guild.channels.get(channel.id);
  if (found?.type === channelTypes.voice) return { type: EventType.voice, channelId: channel.id, location: null };
  if (found?.type === channelTypes.stage) return { type: EventType.stage, channelId: channel.id, location: null };
  throw new Error('scheduleEvent: the channel must be a voice or stage channel of this guild');
}

function checkTimes(
  name: string,
  event: Pick<ScheduledEventRecord, 'type' | 'location' | 'startsAt' | 'endsAt'>,
  now: number,
): void {
  if (event.type === EventType.external && (event.location === null || event.endsAt === null))
    throw new Error(`"${name}" needs a channel, or a location and an end`);
  if (event.startsAt <= now) throw new Error(`"${name}" can't be scheduled in the past`);
  if (event.endsAt !== null && event.endsAt <= event.startsAt) throw new Error(`"${name}" must end after it starts`);
}
