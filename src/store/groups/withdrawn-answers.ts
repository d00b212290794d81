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

const withdrawOne = prepare(
  (db, given: Given<{ guildId: string; userId: string; groupKey: string; planned: string }>) =>
    db
      .deleteFrom('session_answers')
      .where('guild_id', '=', given.guildId)
      .where('group_key', '=', given.groupKey)
      .where('user_id', '=', given.userId)
      .where('planned', '=', given.planned),
);

/** @param from a date; of the answers before it those for `earlier` are withdrawn, the others stay, as history. */
export async function withdrawAnswers(
  tx: Db,
  { guildId, userId }: Member,
  groupKey: string,
  { from, earlier }: { readonly from: Temporal.PlainDate; readonly earlier: readonly string[] },
): Promise<void> {
  await withdraw.changes(tx, { guildId, userId, groupKey, from: from.toString() });
  for (const planned of earlier) await withdrawOne.changes(tx, { guildId, userId, groupKey, planned });
}
