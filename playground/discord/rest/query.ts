/** Reads the query of a request; what Discord could not read is refused with 50035. */
import { invalid } from '../errors.ts';

export const isSet = (query: URLSearchParams, name: string): boolean =>
  ['true', '1', 'True'].includes(query.get(name) ?? '');

/** As Discord writes lists: the name again for each value, or one list with commas. */
export const listIn = (query: URLSearchParams, name: string): readonly string[] =>
  query.getAll(name).flatMap(values => values.split(',').filter(value => value !== ''));

/** A whole number within its bounds. */
export function numberIn(query: URLSearchParams, name: string, fallback: number, max: number, min = 1): number {
  const given = query.get(name);
  if (given === null) return fallback;
  const number = Number(given);
  if (!Number.isInteger(number)) throw invalid(name, 'NUMBER_TYPE_COERCE', `Value "${given}" is not int.`);
  if (number >= min && number <= max) return number;
  const code = number < min ? 'NUMBER_TYPE_MIN' : 'NUMBER_TYPE_MAX';
  throw invalid(name, code, `int value should be between ${min} and ${max}.`);
}

export function snowflakeIn(query: URLSearchParams, name: string): string | undefined {
  const given = query.get(name) ?? undefined;
  if (given !== undefined && !/^\d{1,20}$/.test(given))
    throw invalid(name, 'NUMBER_TYPE_COERCE', `Value "${given}" is not snowflake.`);
  return given;
}

/** An ISO 8601 date, in epoch milliseconds. */
export function dateIn(query: URLSearchParams, name: string): number | undefined {
  const given = query.get(name);
  if (given === null) return undefined;
  const millis = Date.parse(given);
  if (Number.isNaN(millis)) throw invalid(name, 'DATE_TIME_TYPE_PARSE', `Could not parse ${given} as a date.`);
  return millis;
}
