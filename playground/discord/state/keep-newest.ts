/** A map forgets its oldest entries beyond `size`. */

/**
 * With `slack` it does so only now and then: finding the first entry of a large map takes the longer the more of those
 * before it were removed lately.
 */
export function keepNewest<V>(map: Map<string, V>, size: number, slack = 0): void {
  if (map.size <= size + slack) return;
  for (const key of map.keys()) {
    map.delete(key);
    if (map.size <= size) return;
  }
}
