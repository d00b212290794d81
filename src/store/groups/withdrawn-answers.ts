/** Whoever leaves a group is not expected at its coming sessions. */
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { type Given, prepare } from '../prepare.ts';

const withdraw = prepare((db, given: Given<{ guildId: string; userId: string; groupKey: string; from: string }>) =>
  db
    .deleteFrom('session_answers')
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('user_id', '=', given.userId)
    .where('planned', '>=', given.from),
);

/** @param from a date; earlier answers stay, as history. */
export async function withdrawAnswers(
  tx: Db,
  { guildId, userId }: Member,
  groupKey: string,
  from: Temporal.PlainDate,
): Promise<void> {
  await withdraw.changes(tx, { guildId, userId, groupKey, from: from.toString() });
}
