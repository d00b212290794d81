/** Prerequisites members said they have. */
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

const save = prepare((db, given: Given<{ guildId: string; userId: string; prerequisiteId: string; at: string }>) =>
  db
    .insertInto('declarations')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      prerequisite_id: given.prerequisiteId,
      declared_at: given.at,
    })
    .onConflict(conflict => conflict.columns(['guild_id', 'user_id', 'prerequisite_id']).doNothing()),
);

/** False when the member had said so before. */
export async function declare(
  db: Db,
  { guildId, userId }: Member,
  prerequisiteId: string,
  at: Temporal.Instant,
): Promise<boolean> {
  return (await save.changes(db, { guildId, userId, prerequisiteId, at: toText(at) })) > 0;
}
