/** The order in which members acted, in SQL: domain/member.ts isNewer for ids kept as text. */
import { type Expression, type RawBuilder, sql } from 'kysely';

/** Ids are numbers without leading zeros, so the longer is the greater, and among equals the text decides. */
export function isNewer(candidate: Expression<string>, latest: Expression<string>): RawBuilder<boolean> {
  return sql`(length(${candidate}), ${candidate}) > (length(${latest}), ${latest})`;
}

/** The value a conflicting insert brought along. */
export function brought(column: string): RawBuilder<string> {
  return sql`excluded.${sql.ref(column)}`;
}
