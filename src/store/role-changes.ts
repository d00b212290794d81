/** When what decides a member's roles last changed: these members are looked at again and again for a while. */
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

const save = prepare((db, given: Given<{ guildId: string; userId: string; now: string }>) =>
  db
    .insertInto('role_changes')
    .values({ guild_id: given.guildId, user_id: given.userId, changed_at: given.now })
    .onConflict(conflict => conflict.columns(['guild_id', 'user_id']).doUpdateSet({ changed_at: given.now })),
);

const find = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('role_changes')
    .select('changed_at')
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId),
);

const prune = prepare((db, given: Given<{ guildId: string; before: string }>) =>
  db.deleteFrom('role_changes').where('guild_id', '=', given.guildId).where('changed_at', '<', given.before),
);

export async function noteRoleChange(db: Db, { guildId, userId }: Member, now: Temporal.Instant): Promise<void> {
  await save.changes(db, { guildId, userId, now: toText(now) });
}

/** Undefined where it is long ago, or never was. */
export async function lastRoleChange(db: Db, { guildId, userId }: Member): Promise<Temporal.Instant | undefined> {
  const row = await find.first(db, { guildId, userId });
  return row && fromText(row.changed_at);
}

export async function forgetRoleChanges(db: Db, guildId: string, before: Temporal.Instant): Promise<void> {
  await prune.changes(db, { guildId, before: toText(before) });
}
