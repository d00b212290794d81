/** When something is due next for each group. The tick asks this alone, so that nothing due costs next to nothing. */
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

const hasten = prepare((db, given: Given<{ guildId: string; groupKey: string; now: string }>) =>
  db
    .updateTable('schedules')
    .set({ next_due_at: given.now })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

/** Something changed that decides when the group's pings are due: they are computed anew. Wake the sender afterwards. */
export async function replan(tx: Db, guildId: string, groupKey: string, now: Temporal.Instant): Promise<void> {
  await hasten.changes(tx, { guildId, groupKey, now: toText(now) });
}
