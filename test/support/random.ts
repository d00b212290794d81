/** Chance that can be repeated. */

/** A whole number from 0 up to, not including, `below`. */
export type Random = (below: number) => number;

/** Park and Miller's generator: the same seed, the same numbers. */
export function randomFrom(seed: number): Random {
  let state = (seed % 2_147_483_646) + 1;
  return below => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
