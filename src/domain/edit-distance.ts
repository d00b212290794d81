/** How many typing errors lie between two words. */

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. Stops at `cap`. */
export function distance(a: string, b: string, cap = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= cap) return cap;
  return lastRow(a, b, cap)?.[b.length] ?? cap;
}

/** How far `a` is from each beginning of `b`, by length; undefined where all are at least `cap` away. */
export function lastRow(a: string, b: string, cap: number): readonly number[] | undefined {
  let before: number[] = [];
  let previous: number[] = [];
  let current: number[] = [];
  for (let j = 0; j <= b.length; j++) previous.push(j);
  for (let i = 1; i <= a.length; i++) {
    current = [i];
    let least = i;
    const letter = a.charCodeAt(i - 1);
    const swapped = i > 1 ? a.charCodeAt(i - 2) : -1;
    let left = i;
    for (let j = 1; j <= b.length; j++) {
      const above = b.charCodeAt(j - 1);
      const cornered = previous[j - 1] as number;
      let cost = letter === above ? cornered : 1 + Math.min(previous[j] as number, left, cornered);
      if (j > 1 && above === swapped && letter === b.charCodeAt(j - 2))
        cost = Math.min(cost, (before[j - 2] as number) + 1);
      current.push(cost);
      left = cost;
      if (cost < least) least = cost;
    }
    if (least >= cap) return undefined;
    before = previous;
    previous = current;
  }
  return previous;
}
