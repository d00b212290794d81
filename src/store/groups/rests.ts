/**
 * When members rest. A rest that was lifted stays: sessions that had begun by then were rested from, and no older click
 * brings it back.
 */
import type { Rest } from '../../domain/groups/resting.ts';
import type { Member } from '../../domain/member.ts';
import type { Db } from '../database.ts';
import { fromText, toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

export interface KnownRest extends Rest {
  readonly id: number;
  /** The interaction that last changed it. */
  readonly changedBy: string;
}

const ofMember = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('rests')
    .select(['id', 'from_date', 'until_date', 'lifted_at', 'changed_by'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .orderBy('id'),
);

type New = { guildId: string; userId: string; from: string; until: string; now: string; by: string };

const insert = prepare((db, given: Given<New>) =>
  db.insertInto('rests').values({
    guild_id: given.guildId,
    user_id: given.userId,
    from_date: given.from,
    until_date: given.until,
    noted_at: given.now,
    changed_by: given.by,
  }),
);

const setUntil = prepare((db, given: Given<{ id: number; until: string; by: string }>) =>
  db.updateTable('rests').set({ until_date: given.until, changed_by: given.by }).where('id', '=', given.id),
);

const lift = prepare((db, given: Given<{ id: number; now: string; by: string }>) =>
  db.updateTable('rests').set({ lifted_at: given.now, changed_by: given.by }).where('id', '=', given.id),
);

interface RestRow {
  readonly from_date: string;
  readonly until_date: string;
  readonly lifted_at: string | null;
}

export function restOf({ from_date: from, until_date: until, lifted_at }: RestRow): Rest {
  return { from, until, ...(lifted_at === null ? {} : { liftedAt: fromText(lifted_at) }) };
}

/** All that the member ever took, the earliest noted first. */
export async function restsOf(db: Db, { guildId, userId }: Member): Promise<readonly KnownRest[]> {
  return (await ofMember.rows(db, { guildId, userId })).map(row => {
    return { ...restOf(row), id: Number(row.id), changedBy: row.changed_by };
  });
}

export async function saveRest(
  tx: Db,
  { guildId, userId }: Member,
  { from, until }: Rest,
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  await insert.changes(tx, { guildId, userId, from, until, now: toText(now), by });
}

/** Sets its last day. */
export async function endRest(tx: Db, { id }: KnownRest, until: string, by: string): Promise<void> {
  await setUntil.changes(tx, { id, until, by });
}

/** Whatever begins from now on is not rested from. */
export async function liftRest(tx: Db, { id }: KnownRest, by: string, now: Temporal.Instant): Promise<void> {
  await lift.changes(tx, { id, now: toText(now), by });
}
