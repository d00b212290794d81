/** Finds items and paths by what a member types: id, title or alias, whole or in part, typing errors included. */
import { distance } from './edit-distance.ts';
import { tooMany, typingErrors, type Vocabulary, vocabularyOf } from './vocabulary.ts';

export interface Searchable {
  readonly id: string;
  readonly title: string;
  readonly aliases?: readonly string[];
}

interface Entry<T> {
  readonly value: T;
  /** Folded id, title and aliases. */
  readonly names: readonly string[];
  /** The names as lines of one text, in which a part is looked for once and not name by name. */
  readonly lines: string;
  /** Its words, by their place in the index's vocabulary. */
  readonly words: readonly number[];
}

export interface SearchIndex<T extends Searchable> {
  readonly entries: readonly Entry<T>[];
  /** By each name, folded. */
  readonly exact: ReadonlyMap<string, T>;
  readonly vocabulary: Vocabulary;
  /** What was found for what was typed lately: members type the same beginnings, and the values never change. */
  readonly recent: Map<string, readonly T[]>;
}

/** Of each word of the vocabulary, whether it begins with what was typed. */
type Begun = readonly boolean[];

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
  const places = new Map<string, number>();
  const placeOf = (word: string) => {
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    return place;
  };
  const entries = [...values].map(value => {
    const names = [value.id, value.title, ...(value.aliases ?? [])].map(fold);
    const words = [...new Set(names.flatMap(name => name.split(' ')).map(placeOf))];
    return { value, names, lines: `\n${names.join('\n')}\n`, words };
  });
  return { entries, exact: exactNames(entries), vocabulary: vocabularyOf([...places.keys()]), recent: new Map() };
}

/** An id wins over a title, a title over an alias, and of equal names the first. */
function exactNames<T>(entries: readonly Entry<T>[]): ReadonlyMap<string, T> {
  const exact = new Map<string, T>();
  const most = Math.max(0, ...entries.map(({ names }) => names.length));
  for (let rank = 0; rank < most; rank++)
    for (const { value, names } of entries) {
      const name = names[rank];
      if (name && !exact.has(name)) exact.set(name, value);
    }
  return exact;
}

/** The one value whose id, title or alias is exactly what was typed. An id wins over a title, a title over an alias. */
export function findExact<T extends Searchable>(index: SearchIndex<T>, typed: string): T | undefined {
  return index.exact.get(fold(typed));
}

/** All that go by what was typed: by a whole name, or where none has it, by its first words. No typing errors. */
export function findNamed<T extends Searchable>({ entries }: SearchIndex<T>, typed: string): readonly T[] {
  const query = fold(typed);
  if (query === '') return [];
  const having = (part: string) => entries.filter(({ lines }) => lines.includes(part)).map(({ value }) => value);
  const whole = having(`\n${query}\n`);
  return whole.length > 0 ? whole : having(`\n${query} `);
}

/** Best first. Typing errors are looked for only where nothing matches as it was typed. An empty query matches nothing. */
export function search<T extends Searchable>(
  index: SearchIndex<T>,
  typed: string,
  limit: number,
  wanted: (value: T) => boolean = () => true,
): readonly T[] {
  const query = fold(typed).slice(0, 60);
  if (query === '') return [];
  return remembered(index, query).filter(wanted).slice(0, limit);
}

/** How many queries an index remembers. */
const mostRecent = 500;

function remembered<T extends Searchable>(index: SearchIndex<T>, query: string): readonly T[] {
  const known = index.recent.get(query);
  if (known) return known;
  const [oldest] = index.recent.size < mostRecent ? [] : index.recent.keys();
  if (oldest !== undefined) index.recent.delete(oldest);
  const found = everyMatch(index, query);
  index.recent.set(query, found);
  return found;
}

function everyMatch<T extends Searchable>({ entries, vocabulary }: SearchIndex<T>, query: string): readonly T[] {
  const words = query.split(' ');
  const begun = words.map((word): Begun => vocabulary.words.map(own => own.startsWith(word)));
  const plain = rank(entries, entries.length, entry => plainScore(entry, query, begun));
  if (plain.length > 0) return plain;
  const errors = words.map(word => typingErrors(word, vocabulary));
  return rank(entries, entries.length, entry => typoScore(entry, errors));
}

/** The nearest values to something that matches none, however far: for "did you mean". */
export function nearest<T extends Searchable>(index: SearchIndex<T>, typed: string, limit: number): readonly T[] {
  const query = fold(typed).slice(0, 60);
  const found = search(index, typed, limit);
  if (found.length >= limit) return found;
  const rest = index.entries.filter(({ value }) => !found.includes(value));
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

/** @param begun for each typed word, which words of the vocabulary begin with it */
function plainScore({ lines, words }: Entry<unknown>, query: string, begun: readonly Begun[]): number | undefined {
  const part = lines.includes(query);
  if (!part && begun.length === 1) return undefined;
  if (part && lines.includes(`\n${query}\n`)) return 0;
  if (part && lines.includes(`\n${query}`)) return 1;
  if (begun.every(begins => words.some(own => begins[own]))) return 2;
  return part ? 3 : undefined;
}

/** Each typed word against the beginnings of the entry's words; one error per three letters is forgiven. */
function typoScore(entry: Entry<unknown>, errors: readonly Uint8Array[]): number | undefined {
  let total = 0;
  for (const inWord of errors) {
    let best = tooMany;
    for (const own of entry.words) best = Math.min(best, inWord[own] ?? tooMany);
    if (best === tooMany) return undefined;
    total += best;
  }
  return total;
}
