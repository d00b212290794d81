/** Who is known to have left the server, until they are seen on it again. Who was never asked for may have left unnoticed. */
import { type RawBuilder, sql } from 'kysely';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

type Key = { guildId: string; userId: string };

const note = prepare((db, given: Given<Key & { now: string }>) =>
  db
    .insertInto('departures')
    .values({ guild_id: given.guildId, user_id: given.userId, left_at: given.now })
    .onConflict(conflict => conflict.doNothing()),
);

const find = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('departures')
    .select('left_at')
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId),
);

const forget = prepare((db, given: Given<Key>) =>
  db.deleteFrom('departures').where('guild_id', '=', given.guildId).where('user_id', '=', given.userId),
);

/**
 * In a `where`: whoever that row is about is not known to have left.
 * @param table its name or alias, in which `guild_id` and `user_id` are.
 */
export const isHere = (table: string): RawBuilder<boolean> =>
  sql`not exists (
    select 1 from departures
    where departures.guild_id = ${sql.ref(`${table}.guild_id`)} and departures.user_id = ${sql.ref(`${table}.user_id`)}
  )`;

export async function noteDeparture(db: Db, { guildId, userId }: Member, now: Temporal.Instant): Promise<void> {
  await note.changes(db, { guildId, userId, now: toText(now) });
}

export async function hasLeft(db: Db, { guildId, userId }: Member): Promise<boolean> {
  return (await find.first(db, { guildId, userId })) !== undefined;
}

/** They are on the server. */
export async function noteReturn(db: Db, { guildId, userId }: Member): Promise<void> {
  await forget.changes(db, { guildId, userId });
}
