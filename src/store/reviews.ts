/** Ticks that organisers may look at, and who has. Nobody else reads this. */
import { type RawBuilder, sql } from 'kysely';
import type { Member } from '../domain/member.ts';
import type { ReviewEntry } from '../domain/review.ts';
import type { Db } from './database.ts';
import { shownIn } from './evidence.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

type Key = { guildId: string; userId: string; itemId: string };

/** Shown anew, it is looked at anew; how soon it was ticked stays known. */
const note = prepare((db, given: Given<Key & { at: string; minutes: number | null }>) =>
  db
    .insertInto('reviews')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      item_id: given.itemId,
      noted_at: given.at,
      minutes: given.minutes,
    })
    .onConflict(conflict =>
      conflict.columns(['guild_id', 'user_id', 'item_id']).doUpdateSet({
        noted_at: eb => eb.ref('excluded.noted_at'),
        minutes: eb => eb.fn.coalesce('excluded.minutes', 'reviews.minutes'),
        looked_at: null,
        looked_by: null,
      }),
    ),
);

const remove = prepare((db, given: Given<Key>) =>
  db
    .deleteFrom('reviews')
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('item_id', '=', given.itemId),
);

/** Which of them; a flag is a number to both engines. */
type Asked = { guildId: string; onlyShown: number };

const page = prepare((db, given: Given<Asked & { limit: number; offset: number }>) =>
  db
    .selectFrom('reviews')
    .leftJoin('evidence', join =>
      join
        .onRef('evidence.guild_id', '=', 'reviews.guild_id')
        .onRef('evidence.user_id', '=', 'reviews.user_id')
        .onRef('evidence.item_id', '=', 'reviews.item_id'),
    )
    .select(['reviews.user_id', 'reviews.item_id', 'noted_at', 'minutes'])
    .select(['url', 'channel_id', 'message_id', 'attachment_id', 'file_name'])
    .where('reviews.guild_id', '=', given.guildId)
    .where('looked_at', 'is', null)
    .where(isAsked(given.onlyShown))
    .orderBy('noted_at', 'desc')
    .orderBy('reviews.user_id')
    .orderBy('reviews.item_id')
    .limit(given.limit)
    .offset(given.offset),
);

const count = prepare((db, given: Given<Asked>) =>
  db
    .selectFrom('reviews')
    .leftJoin('evidence', join =>
      join
        .onRef('evidence.guild_id', '=', 'reviews.guild_id')
        .onRef('evidence.user_id', '=', 'reviews.user_id')
        .onRef('evidence.item_id', '=', 'reviews.item_id'),
    )
    .select(sql<number | string>`count(*)`.as('open'))
    .where('reviews.guild_id', '=', given.guildId)
    .where('looked_at', 'is', null)
    .where(isAsked(given.onlyShown)),
);

function isAsked(onlyShown: RawBuilder<number>): RawBuilder<boolean> {
  return sql<boolean>`(cast(${onlyShown} as integer) = 0 or evidence.item_id is not null)`;
}

const look = prepare((db, given: Given<Key & { at: string; by: string }>) =>
  db
    .updateTable('reviews')
    .set({ looked_at: given.at, looked_by: given.by })
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('item_id', '=', given.itemId)
    .where('looked_at', 'is', null),
);

/** In the transaction of the tick. */
export async function noteForReview(
  tx: Db,
  { guildId, userId }: Member,
  itemId: string,
  at: Temporal.Instant,
  minutes?: number,
): Promise<void> {
  await note.changes(tx, { guildId, userId, itemId, at: toText(at), minutes: minutes ?? null });
}

/** In the transaction that takes the tick back. */
export async function forgetReview(tx: Db, { guildId, userId }: Member, itemId: string): Promise<void> {
  await remove.changes(tx, { guildId, userId, itemId });
}

/** What nobody has looked at, the newest first. */
export async function openReviews(
  db: Db,
  guildId: string,
  { limit, offset = 0, onlyShown = false }: { limit: number; offset?: number; onlyShown?: boolean },
): Promise<readonly ReviewEntry[]> {
  const rows = await page.rows(db, { guildId, limit, offset, onlyShown: Number(onlyShown) });
  return rows.map(({ user_id: userId, item_id: itemId, noted_at: at, minutes, ...columns }) => {
    const shown = shownIn(columns);
    return {
      userId,
      itemId,
      at: fromText(at),
      ...(minutes === null ? {} : { minutes }),
      ...(shown ? { shown } : {}),
    };
  });
}

export async function countOpenReviews(db: Db, guildId: string, onlyShown = false): Promise<number> {
  return Number((await count.first(db, { guildId, onlyShown: Number(onlyShown) }))?.open ?? 0);
}

/** False when somebody has looked already, or the tick was taken back. */
export async function markLookedAt(
  tx: Db,
  { guildId, userId }: Member,
  itemId: string,
  by: string,
  at: Temporal.Instant,
): Promise<boolean> {
  return (await look.changes(tx, { guildId, userId, itemId, at: toText(at), by })) > 0;
}
