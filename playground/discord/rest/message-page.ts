/** One page of a channel's messages. */
import { invalid } from '../errors.ts';
import { bySnowflake } from '../snowflake.ts';
import type { MessageRecord } from '../state/records.ts';

/** A whole number of the query, within its bounds. */
export function numberIn(query: URLSearchParams, name: string, fallback: number, max: number): number {
  const given = query.get(name);
  if (given === null) return fallback;
  const number = Number(given);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  if (!Number.isInteger(number)) throw invalid(name, 'NUMBER_TYPE_COERCE', `Value "${given}" is not int.`);
  throw invalid(name, number < 1 ? 'NUMBER_TYPE_MIN' : 'NUMBER_TYPE_MAX', `int value should be between 1 and ${max}.`);
}

/** Newest first, as Discord lists them. */
export function pageOf(messages: readonly MessageRecord[], query: URLSearchParams): readonly MessageRecord[] {
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

export function snowflakeIn(query: URLSearchParams, name: string): string | undefined {
  const given = query.get(name) ?? undefined;
  if (given !== undefined && !/^\d{1,20}$/.test(given))
    throw invalid(name, 'NUMBER_TYPE_COERCE', `Value "${given}" is not snowflake.`);
  return given;
}
