/** On which servers Cairn has channels. */
import type { Db } from '../database.ts';
import { prepare } from '../prepare.ts';

const servers = prepare(db =>
  db
    .selectFrom('bindings')
    .select('guild_id')
    .distinct()
    .where('name', 'like', 'channel:%')
    .where('state', '<>', 'reserved')
    .orderBy('guild_id'),
);

export async function serversSetUp(db: Db): Promise<readonly string[]> {
  return (await servers.rows(db, {})).map(row => row.guild_id);
}
