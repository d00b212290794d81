/** Discord's ids: milliseconds since 2015 and a counter, as a decimal string. */

const epoch = 1_420_070_400_000n;
const counterBits = 22n;
const counterMask = 0x3f_ff_ff;

export interface Snowflakes {
  next(): string;
  /** Goes into snapshots: ids stay unique where a clock shows the same millisecond again. */
  counter: number;
  /** The furthest the clock has been: whoever compares ids must never see time go back. */
  latest: number;
}

/** `skew`: milliseconds by which the ids run ahead of the clock, or behind it. */
export function createSnowflakes(millis: () => number, skew: () => number = () => 0): Snowflakes {
  const snowflakes: Snowflakes = {
    counter: 0,
    latest: 0,
    next() {
      snowflakes.counter = (snowflakes.counter + 1) & counterMask;
      snowflakes.latest = Math.max(snowflakes.latest, Math.floor(millis()));
      const made = BigInt(Math.floor(snowflakes.latest + skew())) - epoch;
      return String((made << counterBits) | BigInt(snowflakes.counter));
    },
  };
  return snowflakes;
}

/** The moment an id was made, in epoch milliseconds. */
export function millisOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> counterBits) + epoch);
}

/** The smallest id of this moment. */
export function snowflakeAt(millis: number): string {
  return String((BigInt(Math.floor(millis)) - epoch) << counterBits);
}

/** Older first; ids are numbers of different length. */
export function bySnowflake(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
