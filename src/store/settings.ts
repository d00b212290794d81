/** What organisers have decided for their server, as plain JSON under a name; and what they are about to. */
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';
import { parsed } from './problem-payload.ts';

export interface Setting {
  readonly value: unknown;
  readonly changedAt: Temporal.Instant;
}

type Key = { guildId: string; name: string };

const find = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('settings')
    .select(['value', 'changed_at'])
    .where('guild_id', '=', given.guildId)
    .where('name', '=', given.name),
);

const save = prepare((db, given: Given<Key & { value: string; now: string }>) =>
  db
    .insertInto('settings')
    .values({ guild_id: given.guildId, name: given.name, value: given.value, changed_at: given.now })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'name'])
        .doUpdateSet(eb => ({ value: eb.ref('excluded.value'), changed_at: eb.ref('excluded.changed_at') })),
    ),
);

const forget = prepare((db, given: Given<Key>) =>
  db.deleteFrom('settings').where('guild_id', '=', given.guildId).where('name', '=', given.name),
);

export async function findSetting(db: Db, guildId: string, name: string): Promise<Setting | undefined> {
  const row = await find.first(db, { guildId, name });
  return row && { value: parsed(row.value), changedAt: fromText(row.changed_at) };
}

export async function saveSetting(
  db: Db,
  guildId: string,
  name: string,
  value: unknown,
  now: Temporal.Instant,
): Promise<void> {
  await save.changes(db, { guildId, name, value: JSON.stringify(value), now: toText(now) });
}

export async function forgetSetting(db: Db, guildId: string, name: string): Promise<void> {
  await forget.changes(db, { guildId, name });
}
