/** The requests about scheduled events. Each is sent once: the outbox repeats. */
import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  GuildScheduledEventStatus,
  type RESTGetAPIGuildScheduledEventUsersResult,
  type RESTPatchAPIGuildScheduledEventJSONBody,
  type RESTPostAPIGuildScheduledEventJSONBody,
  Routes,
} from 'discord.js';
import type { EventLook } from '../../domain/groups/event-look.ts';
import { voiceOf } from '../../domain/groups/event-look.ts';
import type { Sending } from '../effects/sending.ts';

type Line = Pick<Sending, 'client' | 'guild' | 'signal'>;

/** Those to come and under way, with the number of those interested. */
export async function listEvents({ client, guild, signal }: Line): Promise<readonly APIGuildScheduledEvent[]> {
  const query = new URLSearchParams({ with_user_count: 'true' });
  return (await client.rest.get(Routes.guildScheduledEvents(guild.id), { query, signal })) as APIGuildScheduledEvent[];
}

export async function getEvent({ client, guild, signal }: Line, eventId: string): Promise<APIGuildScheduledEvent> {
  return (await client.rest.get(Routes.guildScheduledEvent(guild.id, eventId), { signal })) as APIGuildScheduledEvent;
}

/** @param image a data URI. */
export async function createEvent(
  { client, guild, signal }: Line,
  look: EventLook,
  image: string | undefined,
  reason: string,
): Promise<APIGuildScheduledEvent> {
  const body = {
    ...fieldsOf(look),
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    ...(image === undefined ? {} : { image }),
  } as RESTPostAPIGuildScheduledEventJSONBody;
  const request = { body, reason, signal };
  return (await client.rest.post(Routes.guildScheduledEvents(guild.id), request)) as APIGuildScheduledEvent;
}

export async function changeEvent(
  { client, guild, signal }: Line,
  eventId: string,
  changes: Partial<EventLook>,
  reason: string,
): Promise<void> {
  const body = fieldsOf(changes) as RESTPatchAPIGuildScheduledEventJSONBody;
  await client.rest.patch(Routes.guildScheduledEvent(guild.id, eventId), { body, reason, signal });
}

const statuses = {
  active: GuildScheduledEventStatus.Active,
  completed: GuildScheduledEventStatus.Completed,
  canceled: GuildScheduledEventStatus.Canceled,
} as const;

export async function setEventStatus(
  { client, guild, signal }: Line,
  eventId: string,
  status: keyof typeof statuses,
  reason: string,
): Promise<void> {
  const body: RESTPatchAPIGuildScheduledEventJSONBody = { status: statuses[status] };
  await client.rest.patch(Routes.guildScheduledEvent(guild.id, eventId), { body, reason, signal });
}

export async function deleteEvent({ client, guild, signal }: Line, eventId: string, reason: string): Promise<void> {
  await client.rest.delete(Routes.guildScheduledEvent(guild.id, eventId), { reason, signal });
}

/** A page of at most 100 user ids, in their order. */
export async function getInterested(
  { client, guild, signal }: Line,
  eventId: string,
  after: string | undefined,
): Promise<readonly string[]> {
  const query = new URLSearchParams({ limit: '100', ...(after ? { after } : {}) });
  const route = Routes.guildScheduledEventUsers(guild.id, eventId);
  const users = (await client.rest.get(route, { query, signal })) as RESTGetAPIGuildScheduledEventUsersResult;
  return users.map(({ user }) => user.id);
}

/** Discord's documentation has seconds everywhere. */
const inSeconds = (instant: string) => Temporal.Instant.from(instant).toString();

function fieldsOf({ name, description, starts, ends, place }: Partial<EventLook>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(starts === undefined ? {} : { scheduled_start_time: inSeconds(starts) }),
    ...(ends === undefined ? {} : { scheduled_end_time: ends === null ? null : inSeconds(ends) }),
    ...(place === undefined ? {} : placeFields(place)),
  };
}

function placeFields(place: EventLook['place']) {
  const voice = voiceOf(place);
  return voice === undefined
    ? {
        entity_type: GuildScheduledEventEntityType.External,
        channel_id: null,
        entity_metadata: { location: place.slice('at/'.length) },
      }
    : { entity_type: GuildScheduledEventEntityType.Voice, channel_id: voice, entity_metadata: null };
}
