/** Who wanted direct messages and does not take any. */
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

const note = prepare((db, given: Given<{ guildId: string; userId: string; now: string }>) =>
  db
    .updateTable('member_settings')
    .set({ dm_closed_at: given.now })
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('dm_closed_at', 'is', null),
);

/** Until they choose again, they are reminded in the threads. */
export async function noteClosedDms(tx: Db, { guildId, userId }: Member, now: Temporal.Instant): Promise<void> {
  await note.changes(tx, { guildId, userId, now: toText(now) });
}
