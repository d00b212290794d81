/** Moves the playground's clock, in steps, so that what falls due on the way happens in its order. */
import type { Guild, LocalDiscord } from '../../discord/index.ts';
import { type Meeting, nextMeeting } from './meetings.ts';

export const journeys = ['hour', 'day', 'meeting', 'present'] as const;
export type Journey = (typeof journeys)[number];

export interface ClockNews {
  readonly kind: 'clock';
  /** What the page adds to its own clock; `frozenAt` is set while the playground's stands still. */
  readonly offset: number;
  readonly frozenAt: number | undefined;
  /** Milliseconds between the present and what the clock shows. */
  readonly ahead: number;
  readonly isMoving: boolean;
  /** The next scheduled event, if there is one to go to. */
  readonly meeting: Meeting | undefined;
}

export interface TimeMachine {
  readonly news: ClockNews;
  /** Resolves when the clock has arrived. Throws a sentence where there is nowhere to go, or it is under way. */
  travel(journey: Journey): Promise<void>;
}

const minute = 60_000;
const shortestStep = 5 * minute;
const mostSteps = 96;
/** The bot gets so long for each step; it goes on working while the clock moves on. */
const longestPause = 100;

/** `onChange` hears of the beginning and the end of a journey; the steps between are told by the clock itself. */
export function createTimeMachine(discord: LocalDiscord, guild: Guild, onChange: () => void): TimeMachine {
  const { clock } = discord;
  const frozenFrom = clock.state.frozenAt;
  let isMoving = false;

  const ahead = () => (frozenFrom === undefined ? clock.state.offset : clock.millis() - frozenFrom);

  async function forwards(distance: number) {
    const step = Math.max(shortestStep, distance / mostSteps);
    let isQuick = true;
    for (let left = distance; left > 0; left -= step) {
      clock.advance({ milliseconds: Math.round(Math.min(step, left)) });
      if (isQuick) isQuick = await settled(discord);
    }
  }

  return {
    get news(): ClockNews {
      const { offset, frozenAt } = clock.state;
      return { kind: 'clock', offset, frozenAt, ahead: ahead(), isMoving, meeting: nextMeeting(guild, clock.millis()) };
    },
    async travel(journey) {
      if (isMoving) throw new Error('The clock is moving already. Wait until it has arrived.');
      if (journey === 'present') return clock.advance({ milliseconds: -ahead() });
      const distance = distanceTo(journey, clock.millis(), guild);
      isMoving = true;
      try {
        onChange();
        await forwards(distance);
      } finally {
        isMoving = false;
        onChange();
      }
    },
  };
}

function distanceTo(journey: Exclude<Journey, 'present'>, now: number, guild: Guild): number {
  if (journey === 'hour') return 60 * minute;
  if (journey === 'day') return 24 * 60 * minute;
  const meeting = nextMeeting(guild, now);
  if (!meeting) throw new Error('No meeting is scheduled in this community. Create an event first.');
  return meeting.startsAt - now;
}

/** False if the bot was still busy, or waits for an answer that does not come. */
async function settled(discord: LocalDiscord): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const patience = setTimeout(resolve, longestPause, false);
  void discord.idle().then(() => resolve(true));
  const isSettled = await promise;
  clearTimeout(patience);
  return isSettled;
}
