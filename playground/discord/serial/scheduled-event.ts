/** Scheduled events as the API and the gateway give them. */
import type { APIGuildScheduledEvent } from 'discord-api-types/v10';
import type { MemberRecord, UserRecord } from '../state/records.ts';
import type {
  EventExceptionRecord,
  EventResponse,
  ScheduledEventRecord,
} from '../state/scheduled-events/scheduled-event-record.ts';
import type { EventExceptionJson, EventUserJson, ScheduledEventJson } from '../surface/scheduled-events.ts';
import { memberJson, userJson } from './user.ts';

const iso = (millis: number) => new Date(millis).toISOString();
const isoOrNull = (millis: number | null) => (millis === null ? null : iso(millis));

export function eventExceptionJson(event: ScheduledEventRecord, exception: EventExceptionRecord): EventExceptionJson {
  return {
    event_id: event.id,
    event_exception_id: exception.id,
    scheduled_start_time: isoOrNull(exception.startsAt),
    scheduled_end_time: isoOrNull(exception.endsAt),
    is_canceled: exception.canceled,
  };
}

/** As dispatches have it: neither the creator's user nor how many are interested. */
export function scheduledEventJson(event: ScheduledEventRecord): ScheduledEventJson {
  return {
    id: event.id,
    guild_id: event.guildId,
    channel_id: event.channelId,
    creator_id: event.creatorId,
    name: event.name,
    description: event.description,
    image: event.cover?.hash ?? null,
    scheduled_start_time: iso(event.startsAt),
    scheduled_end_time: isoOrNull(event.endsAt),
    privacy_level: 2,
    status: event.status,
    entity_type: event.type,
    entity_id: event.stageId,
    entity_metadata: event.location === null ? null : { location: event.location },
    recurrence_rule: ruleJson(event),
    guild_scheduled_event_exceptions: [...event.exceptions.values()].map(one => eventExceptionJson(event, one)),
  } as ScheduledEventJson;
}

/** The stage that opens with an event. */
export function stageJson(event: ScheduledEventRecord, stageId: string) {
  return {
    id: stageId,
    guild_id: event.guildId,
    channel_id: event.channelId ?? '',
    topic: event.name,
    privacy_level: 2,
    discoverable_disabled: true,
    guild_scheduled_event_id: event.id,
  };
}

/** As REST answers. */
export function fetchedEventJson(
  event: ScheduledEventRecord,
  users: ReadonlyMap<string, UserRecord>,
  withUserCount: boolean,
): ScheduledEventJson {
  const creator = event.creatorId === null ? undefined : users.get(event.creatorId);
  return {
    ...scheduledEventJson(event),
    ...(creator !== undefined && { creator: userJson(creator) }),
    ...(withUserCount && { user_count: event.interested.size }),
  };
}

export function eventUserJson(
  event: ScheduledEventRecord,
  user: UserRecord,
  answer: { readonly response: EventResponse; readonly exceptionId?: string | undefined },
  member: MemberRecord | undefined,
): EventUserJson {
  const { exceptionId } = answer;
  return {
    guild_scheduled_event_id: event.id,
    ...(exceptionId !== undefined && { guild_scheduled_event_exception_id: exceptionId }),
    user_id: user.id,
    user: userJson(user),
    ...(member !== undefined && { member: memberJson(member) }),
    response: answer.response,
  };
}

function ruleJson({ recurrence }: ScheduledEventRecord): APIGuildScheduledEvent['recurrence_rule'] {
  if (recurrence === null) return null;
  const { start, frequency, interval, byWeekday, byNWeekday, byMonth, byMonthDay } = recurrence;
  return {
    start: iso(start),
    end: null,
    frequency,
    interval,
    by_weekday: byWeekday,
    by_n_weekday: byNWeekday,
    by_month: byMonth,
    by_month_day: byMonthDay,
    by_year_day: null,
    count: null,
  } as APIGuildScheduledEvent['recurrence_rule'];
}
