/** Who is in which group, and who hosts it. Whoever has left the server is in it again once they are back. */
import { sql } from 'kysely';
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { isHere } from '../departures.ts';
import { fromText, toText } from '../instants.ts';
import { brought, isNewer } from '../newer.ts';
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
    .where(isHere('group_members'))
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

const hosted = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('group_members')
    .select(['group_key'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('left_at', 'is', null)
    .where('is_host', '=', 1),
);

const withHost = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('group_members')
    .select('group_key')
    .distinct()
    .where('guild_id', '=', given.guildId)
    .where('is_host', '=', 1)
    .where('left_at', 'is', null)
    .where(isHere('group_members')),
);

const counts = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('group_members')
    .select(['group_key', eb => eb.fn.countAll<number>().as('members')])
    .where('guild_id', '=', given.guildId)
    .where('left_at', 'is', null)
    .where(isHere('group_members'))
    .groupBy('group_key'),
);

/** Keys of the groups that somebody hosts. */
export async function hostedGroups(db: Db, guildId: string): Promise<ReadonlySet<string>> {
  return new Set((await withHost.rows(db, { guildId })).map(row => row.group_key));
}

/** How many are in each group, by its key; a group without members is absent. */
export async function memberCounts(db: Db, guildId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await counts.rows(db, { guildId });
  return new Map(rows.map(({ group_key, members }) => [group_key, Number(members)]));
}

/** Those who are in it now, the earliest first. */
export async function membersOfGroup(db: Db, guildId: string, groupKey: string): Promise<readonly GroupMember[]> {
  const rows = await ofGroup.rows(db, { guildId, groupKey });
  return rows.map(({ user_id: userId, is_host, joined_at }) => {
    return { userId, isHost: is_host === 1, joinedAt: fromText(joined_at) };
  });
}

/** Who hosts it, by user id. */
export async function hostsOf(db: Db, guildId: string, groupKey: string): Promise<readonly string[]> {
  return (await membersOfGroup(db, guildId, groupKey)).flatMap(({ userId, isHost }) => (isHost ? userId : []));
}

/** Keys of the groups the member is in. */
export async function groupsOfMember(db: Db, { guildId, userId }: Member): Promise<readonly string[]> {
  return (await ofMember.rows(db, { guildId, userId })).map(row => row.group_key);
}

/** Keys of the groups the member hosts. */
export async function hostedBy(db: Db, { guildId, userId }: Member): Promise<readonly string[]> {
  return (await hosted.rows(db, { guildId, userId })).map(row => row.group_key);
}

type Change = { guildId: string; groupKey: string; userId: string; at: string; by: string };

const join = prepare((db, given: Given<Change>) =>
  db
    .insertInto('group_members')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      user_id: given.userId,
      is_host: 0,
      joined_at: given.at,
      left_at: null,
      changed_by: given.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'group_key', 'user_id'])
        .doUpdateSet({ joined_at: brought('joined_at'), left_at: null, changed_by: brought('changed_by') })
        .where('group_members.left_at', 'is not', null)
        .where(isNewer(brought('changed_by'), sql.ref('group_members.changed_by'))),
    ),
);

const end = prepare((db, given: Given<Change>) =>
  db
    .updateTable('group_members')
    .set({ left_at: given.at, changed_by: given.by, is_host: 0 })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('user_id', '=', given.userId)
    .where('left_at', 'is', null)
    .where(isNewer(sql`cast(${given.by} as text)`, sql.ref('changed_by'))),
);

const host = prepare((db, given: Given<{ guildId: string; groupKey: string; userId: string; isHost: 0 | 1 }>) =>
  db
    .updateTable('group_members')
    .set({ is_host: given.isHost })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('user_id', '=', given.userId)
    .where('left_at', 'is', null)
    .where('is_host', '<>', given.isHost),
);

interface Membership {
  readonly groupKey: string;
  readonly at: Temporal.Instant;
  /** The interaction's id. */
  readonly by: string;
}

/** False when nothing changed: the member is in it already, or a later interaction than `by` has decided. */
export async function joinGroupAs(tx: Db, member: Member, membership: Membership): Promise<boolean> {
  return (await join.changes(tx, valuesOf(member, membership))) > 0;
}

/** The same for who is not in it. */
export async function leaveGroupAs(tx: Db, member: Member, membership: Membership): Promise<boolean> {
  return (await end.changes(tx, valuesOf(member, membership))) > 0;
}

/** False when nothing changed; somebody who is not in the group hosts nothing. */
export async function setHost(
  tx: Db,
  { guildId, userId }: Member,
  groupKey: string,
  isHost: boolean,
): Promise<boolean> {
  return (await host.changes(tx, { guildId, userId, groupKey, isHost: isHost ? 1 : 0 })) > 0;
}

function valuesOf({ guildId, userId }: Member, { groupKey, at, by }: Membership): Change {
  return { guildId, userId, groupKey, at: toText(at), by };
}
