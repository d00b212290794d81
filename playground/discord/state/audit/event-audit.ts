/** Scheduled events in the audit log, in the words of the API. */
import { AuditLogEvent } from 'discord-api-types/v10';
import type {
  EventExceptionRecord,
  RecurrenceRecord,
  ScheduledEventRecord,
} from '../scheduled-events/scheduled-event-record.ts';
import { guildOf, type World } from '../world.ts';
import { auditEntry, differences } from './audit-log.ts';

const ExceptionAction = { create: 200, update: 201, delete: 202 } as const;

export function auditedEvent(event: ScheduledEventRecord) {
  return {
    name: event.name,
    description: event.description,
    privacy_level: 2,
    status: event.status,
    entity_type: event.type,
    channel_id: event.channelId,
    location: event.location,
    image_hash: event.cover?.hash,
    scheduled_start_time: iso(event.startsAt),
    scheduled_end_time: iso(event.endsAt),
    recurrence_rule: auditedRule(event.recurrence),
  };
}

export function auditedException(exception: EventExceptionRecord) {
  return {
    scheduled_start_time: iso(exception.startsAt),
    scheduled_end_time: iso(exception.endsAt),
    is_canceled: exception.canceled,
  };
}

type EventFacts = ReturnType<typeof auditedEvent>;
type ExceptionFacts = ReturnType<typeof auditedException>;

/** Nothing before: made. Nothing after: deleted. */
export function logEvent(
  world: World,
  { id, guildId }: ScheduledEventRecord,
  before: EventFacts | undefined,
  after: EventFacts | undefined,
): void {
  const { GuildScheduledEventCreate, GuildScheduledEventUpdate, GuildScheduledEventDelete } = AuditLogEvent;
  const change = after === undefined ? GuildScheduledEventDelete : GuildScheduledEventUpdate;
  const action = before === undefined ? GuildScheduledEventCreate : change;
  auditEntry(world, guildOf(world, guildId), { action, targetId: id, changes: differences(before, after) });
}

export function logException(
  world: World,
  event: ScheduledEventRecord,
  exceptionId: string,
  before: ExceptionFacts | undefined,
  after: ExceptionFacts | undefined,
): void {
  const change = after === undefined ? ExceptionAction.delete : ExceptionAction.update;
  auditEntry(world, guildOf(world, event.guildId), {
    action: before === undefined ? ExceptionAction.create : change,
    targetId: event.id,
    changes: differences(before, after),
    options: { event_exception_id: exceptionId },
  });
}

const iso = (millis: number | null) => (millis === null ? null : new Date(millis).toISOString());

const auditedRule = (rule: RecurrenceRecord | null) =>
  rule && {
    start: iso(rule.start),
    frequency: rule.frequency,
    interval: rule.interval,
    by_weekday: rule.byWeekday,
    by_n_weekday: rule.byNWeekday,
    by_month: rule.byMonth,
    by_month_day: rule.byMonthDay,
  };
