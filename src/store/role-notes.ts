/** Which roles members have by Cairn's doing: only these does it ever take. */
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

type Note = { guildId: string; userId: string; key: string };

const find = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('role_notes')
    .select('role_key')
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId),
);

const insert = prepare((db, given: Given<Note & { now: string }>) =>
  db
    .insertInto('role_notes')
    .values({ guild_id: given.guildId, user_id: given.userId, role_key: given.key, noted_at: given.now })
    .onConflict(conflict => conflict.columns(['guild_id', 'user_id', 'role_key']).doNothing()),
);

const remove = prepare((db, given: Given<Note>) =>
  db
    .deleteFrom('role_notes')
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('role_key', '=', given.key),
);

/** Keys of the roles. */
export async function notedRoles(db: Db, { guildId, userId }: Member): Promise<ReadonlySet<string>> {
  return new Set((await find.rows(db, { guildId, userId })).map(({ role_key }) => role_key));
}

export async function noteRoles(
  db: Db,
  { guildId, userId }: Member,
  keys: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  for (const key of keys) await insert.changes(db, { guildId, userId, key, now: toText(now) });
}

export async function forgetRoles(db: Db, { guildId, userId }: Member, keys: readonly string[]): Promise<void> {
  for (const key of keys) await remove.changes(db, { guildId, userId, key });
}
