/** Which threads belong to a session of a group already, by their ids; also those that are gone. */
import type { Db } from '../database.ts';
import { type Given, prepare } from '../prepare.ts';

const ofGroup = prepare((db, given: Given<{ guildId: string; pattern: string }>) =>
  db
    .selectFrom('bindings')
    .select('discord_id')
    .where('guild_id', '=', given.guildId)
    .where('name', 'like', given.pattern)
    .where('discord_id', 'is not', null),
);

/** @param names what threads of the group are stored under, with `%` for the session. */
export async function boundThreads(db: Db, guildId: string, names: string): Promise<ReadonlySet<string>> {
  const rows = await ofGroup.rows(db, { guildId, pattern: names });
  return new Set(rows.flatMap(({ discord_id: id }) => id ?? []));
}
