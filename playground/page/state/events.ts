/** Scheduled events as one member's screen lists them: to come and under way, soonest first. */
import type { Member, ScheduledEvent } from '../../discord/index.ts';

export interface PageEvent {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly isLive: boolean;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number | null;
  readonly channelId: string | null;
  readonly location: string | null;
  readonly creatorId: string | null;
  readonly repeats: boolean;
  /** Starts of the next meetings of one that repeats. */
  readonly upcoming: readonly number[];
  readonly interestedCount: number;
  readonly isInterested: boolean;
}

const meetings = 4;

export function eventsOf(me: Member): readonly PageEvent[] {
  const visible = new Set(me.guild.channelsVisibleTo(me).map(({ id }) => id));
  return me.guild.scheduledEvents
    .filter(({ status }) => status === 'scheduled' || status === 'active')
    .filter(({ channelId }) => channelId === undefined || visible.has(channelId))
    .map(event => pageEvent(event, me))
    .sort((a, b) => Number(b.isLive) - Number(a.isLive) || a.startsAt - b.startsAt);
}

function pageEvent(event: ScheduledEvent, me: Member): PageEvent {
  return {
    id: event.id,
    name: event.name,
    description: event.description ?? null,
    isLive: event.status === 'active',
    startsAt: event.startsAt.epochMilliseconds,
    endsAt: event.endsAt?.epochMilliseconds ?? null,
    channelId: event.channelId ?? null,
    location: event.location ?? null,
    creatorId: event.creatorId ?? null,
    repeats: event.repeats,
    upcoming: event.repeats ? event.upcoming(meetings).map(start => start.epochMilliseconds) : [],
    interestedCount: event.interested.length,
    isInterested: event.interested.includes(me.id),
  };
}
