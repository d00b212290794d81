/** Pages of long lists. */
import { bySnowflake } from '../snowflake.ts';
import type { MessageRecord } from '../state/records.ts';
import { numberIn, snowflakeIn } from './query.ts';

export interface Bounds {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Where a list can be read from both ends: its whole length unless less is asked for. */
export const boundsIn = (query: URLSearchParams, max: number): Bounds => ({
  before: snowflakeIn(query, 'before'),
  after: snowflakeIn(query, 'after'),
  limit: numberIn(query, 'limit', max, max),
});

/** In ascending order. `before` takes the last ones below it, and counts where both ends are given. */
export function pageById<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  { before, after = '0', limit }: Bounds,
): readonly Item[] {
  const within = items.filter(item =>
    before === undefined ? bySnowflake(idOf(item), after) > 0 : bySnowflake(idOf(item), before) < 0,
  );
  within.sort((a, b) => bySnowflake(idOf(a), idOf(b)));
  return before === undefined ? within.slice(0, limit) : within.slice(-limit);
}

/** Newest first, as Discord lists messages. */
export function messagePage(messages: readonly MessageRecord[], query: URLSearchParams): readonly MessageRecord[] {
  const limit = numberIn(query, 'limit', 50, 100);
  const [before, after, around] = ['before', 'after', 'around'].map(name => snowflakeIn(query, name));
  const sorted = [...messages].sort((a, b) => bySnowflake(b.id, a.id));
  if (around !== undefined) {
    const newer = sorted.filter(({ id }) => bySnowflake(id, around) > 0);
    const rest = sorted.slice(newer.length);
    return [...newer.slice(newer.length - Math.min(newer.length, Math.floor(limit / 2))), ...rest].slice(0, limit);
  }
  if (before !== undefined) return sorted.filter(({ id }) => bySnowflake(id, before) < 0).slice(0, limit);
  if (after !== undefined) return sorted.filter(({ id }) => bySnowflake(id, after) > 0).slice(-limit);
  return sorted.slice(0, limit);
}
