/** Lets only so many at once do what takes memory; the others wait, first come, first served. */

export type Turns = <Result>(run: () => Promise<Result>) => Promise<Result>;

export function createTurns(most: number): Turns {
  let free = most;
  const waiting: (() => void)[] = [];
  return async run => {
    if (free > 0) free -= 1;
    else await new Promise<void>(resolve => waiting.push(resolve));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
