/** Single occurrences of a recurring event: moved or skipped, and who comes to which. */
import { snowflakeAt } from '../../snowflake.ts';
import { auditedException, logException } from '../audit/event-audit.ts';
import type { World } from '../world.ts';
import type { EventExceptionRecord, EventResponse, ScheduledEventRecord } from './scheduled-event-record.ts';

export type ExceptionFields = Pick<EventExceptionRecord, 'startsAt' | 'endsAt' | 'canceled'>;

/** How Discord names an occurrence, whether there is an exception or not. */
export const occurrenceId = (originalStart: number) => snowflakeAt(originalStart);

export const occurrenceIsSkipped = (event: ScheduledEventRecord, originalStart: number) =>
  event.exceptions.get(occurrenceId(originalStart))?.canceled === true;

/** When the coming occurrence really takes place. The event itself keeps showing the original times. */
export function actualTimes(event: ScheduledEventRecord): {
  readonly startsAt: number;
  readonly endsAt: number | null;
} {
  const exception = event.exceptions.get(occurrenceId(event.startsAt));
  const startsAt = exception?.startsAt ?? event.startsAt;
  const moved = event.endsAt === null ? null : event.endsAt + startsAt - event.startsAt;
  return { startsAt, endsAt: exception?.endsAt ?? moved };
}

export function addException(
  world: World,
  event: ScheduledEventRecord,
  originalStart: number,
  fields: ExceptionFields,
): EventExceptionRecord {
  const exception = { ...fields, id: occurrenceId(originalStart) };
  event.exceptions.set(exception.id, exception);
  logException(world, event, exception.id, undefined, auditedException(exception));
  world.bus.emit({ kind: 'event-exception-created', event, exception });
  return exception;
}

export function changeException(
  world: World,
  event: ScheduledEventRecord,
  exception: EventExceptionRecord,
  change: Partial<ExceptionFields>,
): void {
  const before = auditedException(exception);
  Object.assign(exception, change);
  logException(world, event, exception.id, before, auditedException(exception));
  world.bus.emit({ kind: 'event-exception-changed', event, exception });
}

export function removeException(world: World, event: ScheduledEventRecord, exception: EventExceptionRecord): void {
  event.exceptions.delete(exception.id);
  logException(world, event, exception.id, auditedException(exception), undefined);
  world.bus.emit({ kind: 'event-exception-deleted', event, exception });
}

export function forgetExceptions(world: World, event: ScheduledEventRecord): void {
  for (const exception of [...event.exceptions.values()]) removeException(world, event, exception);
}

/** Whether this user comes to the occurrence: what they said of it, else of the series. */
export function comesTo(event: ScheduledEventRecord, userId: string, exceptionId: string): boolean {
  const response = event.responses.get(exceptionId)?.get(userId);
  return response === undefined ? event.interested.has(userId) : response === 1;
}

/** Idempotent. Without an occurrence: interest in the whole event. */
export function giveResponse(
  world: World,
  event: ScheduledEventRecord,
  userId: string,
  response: EventResponse,
  exceptionId?: string,
): void {
  if (exceptionId === undefined) {
    if (response === 0) withdrawResponse(world, event, userId);
    if (response === 0 || event.interested.has(userId)) return;
    event.interested.add(userId);
  } else {
    const given = event.responses.get(exceptionId) ?? new Map<string, EventResponse>();
    if (given.get(userId) === response) return;
    event.responses.set(exceptionId, given.set(userId, response));
  }
  world.bus.emit({ kind: 'event-response-given', event, userId, exceptionId, response });
}

function withdrawResponse(world: World, event: ScheduledEventRecord, userId: string): void {
  if (!event.interested.delete(userId)) return;
  world.bus.emit({ kind: 'event-response-withdrawn', event, userId, exceptionId: undefined, response: 1 });
}
