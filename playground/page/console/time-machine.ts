/** Moves the playground's clock, in steps, so that what falls due on the way happens in its order and at its time. */
import { setTimeout } from 'node:timers/promises';
import type { Guild, LocalDiscord } from '../../discord/index.ts';
import { type Meeting, nextMeeting } from './meetings.ts';

/** `event`: shortly before the next scheduled event; `meeting`: to where one begins. */
export const journeys = ['hour', 'day', 'event', 'meeting', 'play', 'stop', 'present'] as const;
export type Journey = (typeof journeys)[number];

export interface ClockNews {
  readonly kind: 'clock';
  /** What the page adds to its own clock; `frozenAt` is set while the playground's stands still. */
  readonly offset: number;
  readonly frozenAt: number | undefined;
  /** Milliseconds between the present and what the clock shows. */
  readonly ahead: number;
  readonly isMoving: boolean;
  /** It goes on until it is stopped. */
  readonly isPlaying: boolean;
  /** The next scheduled event, if there is one to go to. */
  readonly meeting: Meeting | undefined;
  /** The next of which some time is left before it begins. */
  readonly event: Meeting | undefined;
}

export interface TimeMachine {
  readonly news: ClockNews;
  /** Resolves when the clock has arrived, or plays. Throws a sentence where there is nowhere to go, or it is under way. */
  travel(journey: Journey): Promise<void>;
  /** Stops playing. */
  stop(): void;
}

/** Resolves when the bot has done what was due, with when it will act next: epoch milliseconds. */
export type BotAtRest = () => Promise<number | undefined>;

const minute = 60_000;
const shortestStep = 5 * minute;
const mostSteps = 96;
/** A bot that tries something again and again does not hold up the clock. */
const shortestAlarm = 1_000;
/** Long enough to see what is said shortly before an event. */
const beforeEvent = 16 * minute;
/** Playing, an hour goes by in a second. */
const frame = 100;
const playedInFrame = 6 * minute;
/** The bot gets so long for a step: more than Discord lets it wait before it may write into a channel again. */
const longestPause = 6_000;
/** Where it does not come to rest so often in a row, waiting again would help nobody: it works while the clock moves on. */
const mostPauses = 2;

/** `onChange` hears of the beginning and the end of a journey; the steps between are told by the clock itself. */
export function createTimeMachine(
  discord: LocalDiscord,
  guild: Guild,
  onChange: () => void,
  atRest: BotAtRest = async () => undefined,
  pause = longestPause,
): TimeMachine {
  const { clock } = discord;
  const frozenFrom = clock.state.frozenAt;
  let isMoving = false;
  let isPlaying = false;
  let stopping = new AbortController();
  let pausesInVain = 0;

  const ahead = () => (frozenFrom === undefined ? clock.state.offset : clock.millis() - frozenFrom);

  async function botRests(): Promise<Rest | undefined> {
    if (pausesInVain >= mostPauses) return undefined;
    const rest = await settled(discord, atRest, pause, stopping.signal);
    pausesInVain = rest ? 0 : pausesInVain + 1;
    return rest;
  }

  async function forwards(distance: number) {
    const longest = Math.max(shortestStep, distance / mostSteps);
    let rest = await botRests();
    for (let left = distance; left > 0; ) {
      // What the bot wants to do at a certain time it does at that time.
      const alarm = (rest?.alarm ?? 0) - clock.millis();
      const step = Math.min(left, longest, alarm > 0 ? Math.max(alarm, shortestAlarm) : longest);
      clock.advance({ milliseconds: Math.ceil(step) });
      left -= step;
      rest = await botRests();
    }
  }

  async function moving(run: () => Promise<void>): Promise<void> {
    isMoving = true;
    pausesInVain = 0;
    stopping = new AbortController();
    try {
      onChange();
      await run();
    } finally {
      isMoving = false;
      isPlaying = false;
      onChange();
    }
  }

  async function play(): Promise<void> {
    isPlaying = true;
    await moving(async () => {
      while (isPlaying) await Promise.all([forwards(playedInFrame), setTimeout(frame)]);
    });
  }

  const stop = () => {
    if (isPlaying) stopping.abort();
    isPlaying = false;
  };

  return {
    get news(): ClockNews {
      const { offset, frozenAt } = clock.state;
      const now = clock.millis();
      const meeting = nextMeeting(guild, now);
      const event = nextMeeting(guild, now, beforeEvent);
      return { kind: 'clock', offset, frozenAt, ahead: ahead(), isMoving, isPlaying, meeting, event };
    },
    async travel(journey) {
      if (journey === 'stop') return stop();
      if (isMoving) throw new Error('The clock is moving already. Wait until it has arrived, or stop it.');
      if (journey === 'present') return clock.advance({ milliseconds: -ahead() });
      if (journey === 'play') return void play();
      const distance = distanceTo(journey, clock.millis(), guild);
      await moving(() => forwards(distance));
    },
    stop,
  };
}

function distanceTo(journey: Exclude<Journey, 'present' | 'play' | 'stop'>, now: number, guild: Guild): number {
  if (journey === 'hour') return 60 * minute;
  if (journey === 'day') return 24 * 60 * minute;
  const lead = journey === 'event' ? beforeEvent : 0;
  const meeting = nextMeeting(guild, now, lead);
  if (!meeting) throw new Error('No meeting is scheduled in this community. Create an event first.');
  return meeting.startsAt - lead - now;
}

interface Rest {
  readonly alarm: number | undefined;
}

/** Undefined if the bot is still busy, or waits for an answer that does not come. */
async function settled(
  discord: LocalDiscord,
  atRest: BotAtRest,
  pause: number,
  stopping: AbortSignal,
): Promise<Rest | undefined> {
  const patience = new AbortController();
  const signal = AbortSignal.any([patience.signal, stopping]);
  const rest = async (): Promise<Rest> => {
    const alarm = await atRest();
    await discord.idle();
    return { alarm };
  };
  const late = setTimeout(pause, undefined, { signal }).catch(() => undefined);
  return await Promise.race([rest().catch(() => undefined), late]).finally(() => patience.abort());
}
