/** Guild scheduled events: made, changed, started, ended, cancelled, deleted. */
import { auditedEvent, logEvent } from '../audit/event-audit.ts';
import { keepNewest } from '../keep-newest.ts';
import type { GuildRecord } from '../records.ts';
import { guildOf, type World } from '../world.ts';
import { forgetExceptions, occurrenceIsSkipped } from './event-exceptions.ts';
import { nextOccurrence } from './recurrence.ts';
import type { ScheduledEventRecord } from './scheduled-event-record.ts';

export const EventStatus = { scheduled: 1, active: 2, completed: 3, canceled: 4 } as const;
export const EventType = { stage: 1, voice: 2, external: 3 } as const;

/** Finished events can be fetched by id; how many stay so is our choice. */
const finishedKept = 100;

export type EventFields = Pick<
  ScheduledEventRecord,
  'name' | 'description' | 'type' | 'channelId' | 'location' | 'startsAt' | 'endsAt' | 'recurrence' | 'cover'
>;

export type EventChange = Partial<EventFields>;

export const isFinished = ({ status }: ScheduledEventRecord) => status >= EventStatus.completed;

/** Scheduled and active ones, in the order in which they begin. */
export function openEvents(guild: GuildRecord): readonly ScheduledEventRecord[] {
  return [...guild.scheduledEvents.values()]
    .filter(event => !isFinished(event))
    .sort((a, b) => a.startsAt - b.startsAt);
}

export function addScheduledEvent(
  world: World,
  guild: GuildRecord,
  creatorId: string,
  fields: EventFields,
): ScheduledEventRecord {
  const event: ScheduledEventRecord = {
    ...fields,
    id: world.ids.next(),
    guildId: guild.id,
    creatorId,
    status: EventStatus.scheduled,
    exceptions: new Map(),
    stageId: null,
    interested: new Set(),
    responses: new Map(),
    emptySince: null,
  };
  guild.scheduledEvents.set(event.id, event);
  logEvent(world, event, undefined, auditedEvent(event));
  world.bus.emit({ kind: 'scheduled-event-created', event });
  return event;
}

/** A new rule ends all exceptions to the old one; what is told of the change still shows them, as on the real thing. */
export function changeScheduledEvent(world: World, event: ScheduledEventRecord, change: EventChange): void {
  alter(world, event, change);
}

export function startScheduledEvent(world: World, event: ScheduledEventRecord, change: EventChange = {}): void {
  const stageId = (change.type ?? event.type) === EventType.stage ? world.ids.next() : null;
  alter(world, event, { ...change, status: EventStatus.active, stageId });
}

/** A recurring one is scheduled anew, for its next occurrence after `at`. */
export function endScheduledEvent(
  world: World,
  event: ScheduledEventRecord,
  at: number,
  change: EventChange = {},
): void {
  moveOn(world, event, at, EventStatus.completed, change);
}

/** Nobody began it: a recurring one goes on with its next occurrence, another is over. */
export function passOver(world: World, event: ScheduledEventRecord, at: number): void {
  moveOn(world, event, at, EventStatus.canceled, {});
}

/** Of a recurring one, all that is left of the series. */
export function cancelScheduledEvent(world: World, event: ScheduledEventRecord, change: EventChange = {}): void {
  finish(world, event, EventStatus.canceled, change);
}

export function deleteScheduledEvent(world: World, event: ScheduledEventRecord): void {
  guildOf(world, event.guildId).scheduledEvents.delete(event.id);
  logEvent(world, event, auditedEvent(event), undefined);
  world.bus.emit({ kind: 'scheduled-event-deleted', event });
}

/** Before a channel goes: what was to take place in it will not. */
export function cancelEventsIn(world: World, guild: GuildRecord, channelId: string): void {
  for (const event of openEvents(guild)) {
    if (event.channelId !== channelId) continue;
    finish(world, event, event.status === EventStatus.active ? EventStatus.completed : EventStatus.canceled, {});
  }
}

function moveOn(world: World, event: ScheduledEventRecord, at: number, otherwise: 3 | 4, change: EventChange): void {
  const changed = { ...event, ...change };
  const next = following(changed, Math.max(changed.startsAt, at));
  if (next === undefined) {
    finish(world, event, otherwise, change);
    return;
  }
  const endsAt = changed.endsAt === null ? null : changed.endsAt + next - changed.startsAt;
  alter(world, event, { ...change, startsAt: next, endsAt, status: EventStatus.scheduled, ...left });
}

function following(event: ScheduledEventRecord, after: number): number | undefined {
  if (event.recurrence === null) return undefined;
  let next = nextOccurrence(event.recurrence, after);
  while (next !== undefined && occurrenceIsSkipped(event, next)) next = nextOccurrence(event.recurrence, next);
  return next;
}

function finish(world: World, event: ScheduledEventRecord, status: 3 | 4, change: EventChange): void {
  alter(world, event, { ...change, status, ...left });
  const { scheduledEvents } = guildOf(world, event.guildId);
  const finished = new Map([...scheduledEvents].filter(([, other]) => isFinished(other)));
  const kept = new Map(finished);
  keepNewest(kept, finishedKept);
  for (const id of finished.keys()) if (!kept.has(id)) scheduledEvents.delete(id);
}

const left = { stageId: null, emptySince: null } as const;

function alter(world: World, event: ScheduledEventRecord, change: Partial<ScheduledEventRecord>): void {
  const before = auditedEvent(event);
  const stageBefore = event.stageId;
  Object.assign(event, change);
  logEvent(world, event, before, auditedEvent(event));
  world.bus.emit({ kind: 'scheduled-event-changed', event });
  if (change.recurrence !== undefined) forgetExceptions(world, event);
  if (stageBefore === event.stageId) return;
  if (stageBefore !== null) world.bus.emit({ kind: 'stage-closed', event, stageId: stageBefore });
  if (event.stageId !== null) world.bus.emit({ kind: 'stage-opened', event, stageId: event.stageId });
}
