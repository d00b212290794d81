/** A scheduled event's handle. */
import { fetchedEventJson } from '../../serial/scheduled-event.ts';
import { comesTo, occurrenceId, occurrenceIsSkipped } from '../../state/scheduled-events/event-exceptions.ts';
import { nextOccurrence } from '../../state/scheduled-events/recurrence.ts';
import type { ScheduledEventRecord } from '../../state/scheduled-events/scheduled-event-record.ts';
import { isFinished } from '../../state/scheduled-events/scheduled-events.ts';
import type { World } from '../../state/world.ts';
import type { ScheduledEvent } from '../../surface/scheduled-events.ts';

const statuses = { 1: 'scheduled', 2: 'active', 3: 'completed', 4: 'canceled' } as const;
const instant = (millis: number) => Temporal.Instant.fromEpochMilliseconds(millis);

export function scheduledEventHandle(world: World, record: ScheduledEventRecord): ScheduledEvent {
  return {
    id: record.id,
    get name() {
      return record.name;
    },
    get description() {
      return record.description ?? undefined;
    },
    get status() {
      return statuses[record.status];
    },
    get startsAt() {
      return instant(record.startsAt);
    },
    get endsAt() {
      return record.endsAt === null ? undefined : instant(record.endsAt);
    },
    get channelId() {
      return record.channelId ?? undefined;
    },
    get location() {
      return record.location ?? undefined;
    },
    creatorId: record.creatorId ?? undefined,
    get repeats() {
      return record.recurrence !== null;
    },
    get interested() {
      return [...record.interested];
    },
    comingTo(occurrence) {
      const id = occurrenceId(occurrence.epochMilliseconds);
      const asked = new Set([...record.interested, ...(record.responses.get(id)?.keys() ?? [])]);
      return [...asked].filter(userId => comesTo(record, userId, id));
    },
    upcoming: count => upcoming(record, count).map(instant),
    get json() {
      return fetchedEventJson(record, world.users, true);
    },
  };
}

function upcoming(event: ScheduledEventRecord, count: number): readonly number[] {
  const starts: number[] = [];
  let next: number | undefined = isFinished(event) ? undefined : event.startsAt;
  while (next !== undefined && starts.length < count) {
    if (!occurrenceIsSkipped(event, next)) starts.push(next);
    next = event.recurrence === null ? undefined : nextOccurrence(event.recurrence, next);
  }
  return starts;
}
