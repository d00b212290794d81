/** Finds items and paths by what a member types: id, title or alias, whole or in part, typing errors included. */

export interface Searchable {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
}

interface Entry<T> {
  readonly value: T;
  /** Folded id, title and aliases. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

export type SearchIndex<T extends Searchable> = readonly Entry<T>[];

/** Lower case, no accents, letters and digits only, single spaces: "Retry & Backoff" → "retry backoff". */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|['’]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export function buildIndex<T extends Searchable>(values: Iterable<T>): SearchIndex<T> {
  return [...values].map(value => {
    const names = [value.id, value.title, ...(value.aliases ?? [])].map(fold);
    return { value, names, words: [...new Set(names.flatMap(name => name.split(' ')))] };
  });
}

/** The one value whose id, title or alias is exactly what was typed. An id wins over a title, a title over an alias. */
export function findExact<T extends Searchable>(index: SearchIndex<T>, typed: string): T | undefined {
  const wanted = fold(typed);
  if (wanted === '') return undefined;
  const ranked = index
    .map(({ value, names }) => ({ value, at: names.indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  return ranked[0]?.value;
}

/** Best first; everything that could be meant. An empty query matches nothing. */
export function search<T extends Searchable>(index: SearchIndex<T>, typed: string, limit: number): readonly T[] {
  const query = fold(typed).slice(0, 60);
  if (query === '') return [];
  const words = query.split(' ');
  const plain = rank(index, limit, entry => plainScore(entry, query, words));
  if (plain.length >= limit) return plain;
  const found = new Set(plain);
  const rest = index.filter(({ value }) => !found.has(value));
  return [...plain, ...rank(rest, limit - plain.length, entry => typoScore(entry, words))];
}

/** The nearest values to something that matches none, however far: for "did you mean". */
export function nearest<T extends Searchable>(index: SearchIndex<T>, typed: string, limit: number): readonly T[] {
  const query = fold(typed).slice(0, 60);
  const found = search(index, typed, limit);
  if (found.length >= limit) return found;
  const rest = index.filter(({ value }) => !found.includes(value));
  const score = (entry: Entry<T>) =>
    Math.min(...entry.names.map(name => distance(query, name) / Math.max(name.length, 1)));
  return [...found, ...rank(rest, limit - found.length, score)];
}

function rank<T>(
  entries: readonly Entry<T>[],
  limit: number,
  score: (entry: Entry<T>) => number | undefined,
): readonly T[] {
  const scored: { value: T; score: number }[] = [];
  for (const entry of entries) {
    const value = score(entry);
    if (value !== undefined) scored.push({ value: entry.value, score: value });
  }
  return scored
    .sort((a, b) => a.score - b.score)
    .slice(0, limit)
    .map(({ value }) => value);
}

function plainScore(entry: Entry<unknown>, query: string, words: readonly string[]): number | undefined {
  if (entry.names.includes(query)) return 0;
  if (entry.names.some(name => name.startsWith(query))) return 1;
  if (words.every(word => entry.words.some(own => own.startsWith(word)))) return 2;
  if (entry.names.some(name => name.includes(query))) return 3;
  return undefined;
}

/** Each typed word against the beginnings of the entry's words; one error per three letters is forgiven. */
function typoScore(entry: Entry<unknown>, words: readonly string[]): number | undefined {
  let total = 0;
  for (const word of words) {
    const allowed = Math.floor(word.length / 3);
    let best = allowed + 1;
    for (const own of entry.words)
      best = Math.min(best, distance(word, own.slice(0, word.length + 1), best), distance(word, own, best));
    if (best > allowed) return undefined;
    total += best;
  }
  return total;
}

/** Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours. Stops at `cap`. */
export function distance(a: string, b: string, cap = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) >= cap) return cap;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= cap) return cap;
    before = previous;
    previous = current;
  }
  return previous[b.length] ?? 0;
}
