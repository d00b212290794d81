/** What the clock does to scheduled events: begins and ends external ones, ends empty ones, passes over forgotten ones. */
import type { Timer } from '../../clock.ts';
import { acting } from '../audit/audit-log.ts';
import { usersInVoice } from '../channels/voice.ts';
import type { GuildRecord } from '../records.ts';
import type { World } from '../world.ts';
import { actualTimes, occurrenceIsSkipped } from './event-exceptions.ts';
import type { ScheduledEventRecord } from './scheduled-event-record.ts';
import {
  EventStatus,
  EventType,
  endScheduledEvent,
  openEvents,
  passOver,
  startScheduledEvent,
} from './scheduled-events.ts';

const minute = 60_000;
/** Discord says "a few minutes" and "a few hours"; the numbers are our choice. */
const emptyFor = 5 * minute;
const unstartedFor = 180 * minute;

interface Due {
  readonly at: number;
  readonly run: () => void;
}

export function watchEventTimes(world: World): () => void {
  let timer: Timer | undefined;
  let running = false;
  // Nobody does it, even where somebody's act makes it due.
  const run = (due: Due) => {
    running = true;
    acting(world, undefined, due.run);
    running = false;
  };
  const arm = () => {
    timer?.cancel();
    const next = firstDue(world);
    timer = next && world.clock.at(next.at, ring);
  };
  // One at a time, so that what else falls between two of them happens in between.
  const ring = () => {
    const due = firstDue(world);
    if (due !== undefined && due.at <= world.clock.millis()) run(due);
    arm();
  };
  // A clock that stands still does not ring for what is due already.
  const catchUp = () => {
    for (let due = firstDue(world); due !== undefined && due.at <= world.clock.millis(); due = firstDue(world))
      run(due);
    arm();
  };
  const stop = world.bus.listen(event => {
    if (event.kind === 'voice-changed') noticeEmptiness(world, world.guilds.get(event.state.guildId));
    if (event.kind === 'scheduled-event-changed') noticeEmptiness(world, world.guilds.get(event.event.guildId));
    if (!running && interesting.has(event.kind)) catchUp();
  });
  arm();
  return () => {
    stop();
    timer?.cancel();
  };
}

const interesting: ReadonlySet<string> = new Set([
  'voice-changed',
  'scheduled-event-created',
  'scheduled-event-changed',
  'scheduled-event-deleted',
  'event-exception-created',
  'event-exception-changed',
  'event-exception-deleted',
  'world-restored',
]);

function firstDue(world: World): Due | undefined {
  let first: Due | undefined;
  for (const guild of world.guilds.values()) {
    for (const event of openEvents(guild)) {
      const due = dueOf(world, event);
      if (due !== undefined && (first === undefined || due.at < first.at)) first = due;
    }
  }
  return first;
}

function dueOf(world: World, event: ScheduledEventRecord): Due | undefined {
  const { startsAt, endsAt } = actualTimes(event);
  const ends = (at: number): Due => ({ at, run: () => endScheduledEvent(world, event, at) });
  const passes = (at: number): Due => ({ at, run: () => passOver(world, event, at) });
  const external = event.type === EventType.external;
  if (event.status === EventStatus.active) {
    if (external) return endsAt === null ? undefined : ends(endsAt);
    return event.emptySince === null ? undefined : ends(event.emptySince + emptyFor);
  }
  if (occurrenceIsSkipped(event, event.startsAt)) return passes(event.startsAt);
  if (external) return { at: startsAt, run: () => startScheduledEvent(world, event) };
  return passes(startsAt + unstartedFor);
}

function noticeEmptiness(world: World, guild: GuildRecord | undefined): void {
  for (const event of guild === undefined ? [] : openEvents(guild)) {
    if (event.status !== EventStatus.active || event.channelId === null) continue;
    if (usersInVoice(world, event.channelId).length > 0) event.emptySince = null;
    else event.emptySince ??= world.clock.millis();
  }
}
