/** A scheduled event's handle, and members who answer to it. */
import { fetchedEventJson } from '../serial/scheduled-event.ts';
import { comesTo, giveResponse, occurrenceId, occurrenceIsSkipped } from '../state/event-exceptions.ts';
import { seesEvent } from '../state/event-visibility.ts';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import { isOccurrence, nextOccurrence } from '../state/recurrence.ts';
import type { EventResponse, ScheduledEventRecord } from '../state/scheduled-event-record.ts';
import { isFinished } from '../state/scheduled-events.ts';
import type { World } from '../state/world.ts';
import type { ScheduledEvent, ScheduledEventMember } from '../surface/scheduled-events.ts';
import type { Context } from './context.ts';

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

export function answersToEvents({ world }: Context, guild: GuildRecord, member: MemberRecord): ScheduledEventMember {
  const answer = (id: string, response: EventResponse, occurrence: Temporal.Instant | undefined) => {
    const event = guild.scheduledEvents.get(id);
    if (event === undefined || !seesEvent(guild, event, member.user.id))
      throw new Error(`${member.user.name} sees no scheduled event with the id ${id}`);
    if (isFinished(event)) throw new Error(`"${event.name}" is over: nobody can answer to it any more`);
    if (occurrence === undefined) {
      giveResponse(world, event, member.user.id, response);
      return;
    }
    const start = occurrence.epochMilliseconds;
    if (event.recurrence === null || !isOccurrence(event.recurrence, start))
      throw new Error(`"${event.name}" does not take place at ${occurrence}`);
    giveResponse(world, event, member.user.id, response, occurrenceId(start));
  };
  return {
    isInterestedIn: ({ id }, occurrence) => answer(id, 1, occurrence),
    isNoLongerInterestedIn: ({ id }, occurrence) => answer(id, 0, occurrence),
  };
}
