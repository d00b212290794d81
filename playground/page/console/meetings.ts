/** The next meeting: where the clock can be moved to. */
import type { Guild } from '../../discord/index.ts';

export interface Meeting {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
}

/** Of the events that are still to begin, the one that begins first. */
export function nextMeeting(guild: Guild, now: number): Meeting | undefined {
  return guild.scheduledEvents
    .filter(({ status }) => status === 'scheduled')
    .map(({ name, startsAt }) => ({ name, startsAt: startsAt.epochMilliseconds }))
    .filter(({ startsAt }) => startsAt > now)
    .sort((a, b) => a.startsAt - b.startsAt)[0];
}
