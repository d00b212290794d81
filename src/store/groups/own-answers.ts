/** What a member said about coming to their groups' sessions. */
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { type Given, prepare } from '../prepare.ts';

const ofMember = prepare((db, given: Given<{ guildId: string; userId: string; from: string }>) =>
  db
    .selectFrom('session_answers')
    .select(['group_key', 'planned', 'is_coming'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('planned', '>=', given.from),
);

/** @param from a date. @returns whether they come, by "<group>/<planned>". */
export async function ownAnswers(
  db: Db,
  { guildId, userId }: Member,
  from: Temporal.PlainDate,
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await ofMember.rows(db, { guildId, userId, from: from.toString() });
  return new Map(rows.map(({ group_key, planned, is_coming }) => [`${group_key}/${planned}`, is_coming === 1]));
}
