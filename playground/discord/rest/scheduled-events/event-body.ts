/** From the body of a request to what a scheduled event shall be. */
import { createHash } from 'node:crypto';
import { invalid, Refusal } from '../../errors.ts';
import type { CoverRecord, ScheduledEventRecord } from '../../state/scheduled-events/scheduled-event-record.ts';
import { type EventFields, EventStatus, EventType } from '../../state/scheduled-events/scheduled-events.ts';
import { epochMillis } from '../../validate/dates.ts';
import { imageOf } from '../../validate/image-data.ts';
import { recurrenceOf } from '../../validate/recurrence-rules.ts';
import type { ScheduledEventBody } from '../../validate/scheduled-event-rules.ts';

const required = (path: string) => invalid(path, 'BASE_TYPE_REQUIRED', 'This field is required');

export type NewEventBody = ScheduledEventBody & {
  readonly name: string;
  readonly entity_type: 1 | 2 | 3;
  readonly scheduled_start_time: string;
};

export function newEventFields(body: NewEventBody, now: number): EventFields {
  const startsAt = futureStart(body.scheduled_start_time, now);
  const isExternal = body.entity_type === EventType.external;
  return {
    name: body.name.trim(),
    description: body.description || null,
    type: body.entity_type,
    channelId: isExternal ? null : (body.channel_id ?? null),
    location: isExternal ? (body.entity_metadata?.location ?? null) : null,
    startsAt,
    endsAt: body.scheduled_end_time == null ? null : epochMillis(body.scheduled_end_time),
    recurrence: body.recurrence_rule == null ? null : recurrenceOf(body.recurrence_rule),
    cover: coverOf(body.image),
  };
}

/** Only what is named in the body; the whole must make sense together with what stays. */
export function eventChange(body: ScheduledEventBody, event: ScheduledEventRecord, now: number): Partial<EventFields> {
  const type = body.entity_type ?? event.type;
  const isExternal = type === EventType.external;
  if (!isExternal && body.entity_metadata?.location !== undefined)
    throw invalid(
      'entity_metadata',
      'GUILD_SCHEDULED_EVENT_ENTITY_METADATA_UNSUPPORTED',
      'Only external events have a location.',
    );
  if (isExternal && body.channel_id != null)
    throw invalid('channel_id', 'BASE_TYPE_CHOICES', 'Must be null for external events.');
  const channelId = isExternal ? null : body.channel_id === undefined ? event.channelId : body.channel_id;
  if (!isExternal && channelId === null) throw required('channel_id');
  const times = changedTimes(body, event, now);
  if (isExternal && times.endsAt === null) throw required('scheduled_end_time');
  return {
    ...(body.name !== undefined && { name: body.name.trim() }),
    ...(body.description !== undefined && { description: body.description || null }),
    ...(body.image !== undefined && { cover: coverOf(body.image) }),
    ...(body.recurrence_rule !== undefined && {
      recurrence: body.recurrence_rule === null ? null : recurrenceOf(body.recurrence_rule),
    }),
    type,
    channelId,
    location: isExternal ? (body.entity_metadata?.location ?? event.location) : null,
    ...times,
  };
}

function changedTimes(
  { scheduled_start_time: start, scheduled_end_time: end }: ScheduledEventBody,
  event: ScheduledEventRecord,
  now: number,
): Pick<EventFields, 'startsAt' | 'endsAt'> {
  if (start !== undefined && event.status === EventStatus.active)
    throw invalid(
      'scheduled_start_time',
      'GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID_START_BY_STATUS',
      'Cannot change the start of an event that is under way.',
    );
  const startsAt = start === undefined ? event.startsAt : futureStart(start, now);
  const given = end == null ? null : epochMillis(end);
  const endsAt = end === undefined ? event.endsAt : given;
  if (endsAt !== null && endsAt <= startsAt)
    throw invalid('scheduled_end_time', 'GUILD_SCHEDULED_EVENT_SCHEDULE_END', 'The end must be after the start.');
  return { startsAt, endsAt };
}

/** Also where the value has not changed. */
function futureStart(text: string, now: number): number {
  const start = epochMillis(text);
  if (start <= now)
    throw invalid('scheduled_start_time', 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST', 'Cannot schedule event in the past.');
  return start;
}

/** Scheduled to active, active to completed, scheduled to canceled; anything else is refused. */
export function checkTransition(body: ScheduledEventBody, event: ScheduledEventRecord): void {
  const { status } = body;
  if (status == null || status === event.status) return;
  const { scheduled, active, completed, canceled } = EventStatus;
  if (status === active && body.entity_type != null && body.entity_type !== event.type)
    throw new Refusal('wrongEntityType');
  const allowed: readonly number[] = event.status === scheduled ? [active, canceled] : [completed];
  if (!allowed.includes(status))
    throw invalid('status', 'BASE_TYPE_CHOICES', `From ${event.status} only to {${allowed.join(', ')}}.`);
}

function coverOf(uri: string | null | undefined): CoverRecord | null {
  const image = uri == null ? undefined : imageOf(uri);
  if (image === undefined) return null;
  return { ...image, hash: createHash('md5').update(image.bytes).digest('hex') };
}
