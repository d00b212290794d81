/** Who is in which group, and who hosts it. */
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { fromText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

export interface GroupMember {
  readonly userId: string;
  readonly isHost: boolean;
  readonly joinedAt: Temporal.Instant;
}

const ofGroup = prepare((db, given: Given<{ guildId: string; groupKey: string }>) =>
  db
    .selectFrom('group_members')
    .select(['user_id', 'is_host', 'joined_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('left_at', 'is', null)
    .orderBy('joined_at'),
);

const ofMember = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('group_members')
    .select(['group_key'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('left_at', 'is', null)
    .orderBy('joined_at'),
);

/** Those who are in it now, the earliest first. */
export async function membersOfGroup(db: Db, guildId: string, groupKey: string): Promise<readonly GroupMember[]> {
  const rows = await ofGroup.rows(db, { guildId, groupKey });
  return rows.map(({ user_id: userId, is_host, joined_at }) => {
    return { userId, isHost: is_host === 1, joinedAt: fromText(joined_at) };
  });
}

/** Keys of the groups the member is in. */
export async function groupsOfMember(db: Db, { guildId, userId }: Member): Promise<readonly string[]> {
  return (await ofMember.rows(db, { guildId, userId })).map(row => row.group_key);
}
