/** Query parameters that several topics share. */
import { numberIn, snowflakeIn } from './message-page.ts';

export const isSet = (query: URLSearchParams, name: string): boolean =>
  ['true', '1', 'True'].includes(query.get(name) ?? '');

/** As Discord writes lists: the name again for each value, or one list with commas. */
export const listIn = (query: URLSearchParams, name: string): readonly string[] =>
  query.getAll(name).flatMap(values => values.split(',').filter(value => value !== ''));

export interface UserPage {
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly limit: number;
}

/** Which users of a long list are wanted. Where both ends are given, `before` counts. */
export function userPage(query: URLSearchParams, max: number): UserPage {
  const before = snowflakeIn(query, 'before');
  const after = before === undefined ? snowflakeIn(query, 'after') : undefined;
  return { before, after, limit: numberIn(query, 'limit', max, max) };
}
