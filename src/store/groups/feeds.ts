/** Secret addresses of calendars. A revoked one is kept, so that whoever fetches it learns that it is gone for good. */
import type { FeedOwner } from '../../domain/groups/calendar-feed.ts';
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

export interface Feed {
  readonly token: string;
  readonly isRevoked: boolean;
  /** The interaction that made or revoked it. */
  readonly changedBy: string;
}

type Owner = { guildId: string; userId: string | null; groupKey: string | null };
type Change = { guildId: string; token: string; now: string; by: string };

const ofOwner = prepare((db, given: Given<Owner>) =>
  db
    .selectFrom('calendar_feeds')
    .select(['token', 'revoked_at', 'changed_by'])
    .where('guild_id', '=', given.guildId)
    .where(eb => eb.or([eb('user_id', '=', given.userId), eb('group_key', '=', given.groupKey)]))
    .orderBy('made_at'),
);

const byToken = prepare((db, given: Given<{ token: string }>) =>
  db
    .selectFrom('calendar_feeds')
    .select(['guild_id', 'user_id', 'group_key', 'revoked_at'])
    .where('token', '=', given.token),
);

const insert = prepare((db, given: Given<Owner & Change>) =>
  db.insertInto('calendar_feeds').values({
    guild_id: given.guildId,
    token: given.token,
    user_id: given.userId,
    group_key: given.groupKey,
    made_at: given.now,
    revoked_at: null,
    changed_by: given.by,
  }),
);

const revoke = prepare((db, given: Given<Change>) =>
  db
    .updateTable('calendar_feeds')
    .set({ revoked_at: given.now, changed_by: given.by })
    .where('guild_id', '=', given.guildId)
    .where('token', '=', given.token)
    .where('revoked_at', 'is', null),
);

/** All there ever were, the latest last. */
export async function feedsOf(db: Db, guildId: string, owner: FeedOwner): Promise<readonly Feed[]> {
  const rows = await ofOwner.rows(db, { guildId, ...columnsOf(owner) });
  return rows.map(({ token, revoked_at, changed_by: changedBy }) => ({
    token,
    isRevoked: revoked_at !== null,
    changedBy,
  }));
}

export async function findFeed(
  db: Db,
  token: string,
): Promise<{ readonly guildId: string; readonly owner: FeedOwner; readonly isRevoked: boolean } | undefined> {
  const row = await byToken.first(db, { token });
  if (!row) return undefined;
  const { guild_id: guildId, user_id: userId, group_key: groupKey, revoked_at } = row;
  return {
    guildId,
    owner: userId === null ? { groupKey: groupKey ?? '' } : { userId },
    isRevoked: revoked_at !== null,
  };
}

/** @param by the interaction's id */
export async function addFeed(
  tx: Db,
  guildId: string,
  owner: FeedOwner,
  { token, now, by }: { readonly token: string; readonly now: Temporal.Instant; readonly by: string },
): Promise<void> {
  await insert.changes(tx, { guildId, ...columnsOf(owner), token, now: toText(now), by });
}

export async function revokeFeed(
  tx: Db,
  guildId: string,
  { token, now, by }: { readonly token: string; readonly now: Temporal.Instant; readonly by: string },
): Promise<void> {
  await revoke.changes(tx, { guildId, token, now: toText(now), by });
}

function columnsOf(owner: FeedOwner): { userId: string | null; groupKey: string | null } {
  return 'userId' in owner ? { userId: owner.userId, groupKey: null } : { userId: null, groupKey: owner.groupKey };
}
