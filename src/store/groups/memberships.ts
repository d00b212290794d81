/** Since when a member is in which groups. */
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { fromText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

const ofMember = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('group_members')
    .select(['group_key', 'joined_at'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('left_at', 'is', null)
    .orderBy('joined_at'),
);

export interface KnownMembership {
  readonly groupKey: string;
  readonly joinedAt: Temporal.Instant;
}

export async function membershipsOf(db: Db, { guildId, userId }: Member): Promise<readonly KnownMembership[]> {
  return (await ofMember.rows(db, { guildId, userId })).map(({ group_key: groupKey, joined_at }) => {
    return { groupKey, joinedAt: fromText(joined_at) };
  });
}
