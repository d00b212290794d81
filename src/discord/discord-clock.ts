/** How late it is at Discord, whose ids carry its own time, whatever our clock says. */
import type { Time } from './time.ts';

export interface DiscordClock {
  /** Epoch milliseconds. */
  millis(): number;
  /** By how many milliseconds Discord's clock is ahead of ours, as last observed. */
  ahead(): number;
  /** Learns from the `Date` header of an answer that has just come. */
  observe(date: string | null | undefined): void;
  /** Asks Discord for its time, unless it told us a moment ago. */
  refresh(): Promise<void>;
}

const discordEpoch = 1_420_070_400_000;
/** `Date` shows whole seconds, and an answer travels. */
const resolution = 1_000;
const travel = 250;
/** How long an observation is good for: our clock may be set at any time. */
const goodFor = 10_000;

/** When Discord made this id, in epoch milliseconds. */
export function createdAt(snowflake: string): number {
  return Number(BigInt(snowflake) >> 22n) + discordEpoch;
}

/** @param ask Makes any request whose answer is given to `observe`. */
export function createDiscordClock(time: Time, ask: () => Promise<unknown>): DiscordClock {
  let ahead = 0;
  let observedAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;
  const ours = () => time.now().epochMilliseconds;
  const isFresh = () => Math.abs(ours() - observedAt) < goodFor;

  return {
    millis: () => ours() + ahead,
    ahead: () => ahead,
    observe(date) {
      if (!date || isFresh()) return;
      const seconds = Date.parse(date);
      if (Number.isNaN(seconds)) return;
      observedAt = ours();
      const least = seconds - observedAt;
      const most = least + resolution + travel;
      // As long as the two clocks may well agree, ours is believed: it knows milliseconds.
      ahead = least <= 0 && most >= 0 ? 0 : (least + most) / 2;
    },
    async refresh() {
      if (isFresh()) return;
      asking ??= ask()
        .then(noop, noop)
        .finally(() => {
          asking = undefined;
        });
      await asking;
    },
  };
}

function noop(): void {}
