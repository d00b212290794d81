/** Discord's ids: milliseconds since 2015 and a counter, as a decimal string. */

const epoch = 1_420_070_400_000n;
const counterBits = 22n;
const counterMask = 0x3f_ff_ff;

export interface Snowflakes {
  next(): string;
  /** Goes into snapshots: ids stay unique where a clock shows the same millisecond again. */
  counter: number;
}

export function createSnowflakes(millis: () => number): Snowflakes {
  const snowflakes: Snowflakes = {
    counter: 0,
    next() {
      snowflakes.counter = (snowflakes.counter + 1) & counterMask;
      return String(((BigInt(Math.floor(millis())) - epoch) << counterBits) | BigInt(snowflakes.counter));
    },
  };
  return snowflakes;
}

/** The moment an id was made, in epoch milliseconds. */
export function millisOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> counterBits) + epoch);
}

/** Older first; ids are numbers of different length. */
export function bySnowflake(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
