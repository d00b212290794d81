/** The next meeting: where the clock can be moved to. */
import type { Guild } from '../../discord/index.ts';

export interface Meeting {
  readonly name: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
}

/** Of the events that are still to begin, the one that begins first; if asked for, no sooner than `ahead` milliseconds on. */
export function nextMeeting(guild: Guild, now: number, ahead = 0): Meeting | undefined {
  return guild.scheduledEvents
    .filter(({ status }) => status === 'scheduled')
    .map(({ name, startsAt }) => ({ name, startsAt: startsAt.epochMilliseconds }))
    .filter(({ startsAt }) => startsAt > now + ahead)
    .sort((a, b) => a.startsAt - b.startsAt)[0];
}
