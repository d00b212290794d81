/**
 * Writes the days on which a group, or every group, does not meet. What was lifted stays: sessions that were to begin before
 * then did not take place, and only `exceptions.ts` reads it.
 */
import type { NotedBreak } from '../../domain/groups/hosting.ts';
import type { Break } from '../../domain/groups/session.ts';
import type { Db } from '../database.ts';
import { fromText, toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

type Row = {
  guildId: string;
  groupKey: string;
  kind: Break['kind'];
  from: string;
  until: string | null;
  reason: string | null;
  userId: string;
  now: string;
};

const insert = prepare((db, given: Given<Row>) =>
  db
    .insertInto('group_breaks')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      kind: given.kind,
      from_date: given.from,
      until_date: given.until,
      reason: given.reason,
      user_id: given.userId,
      noted_at: given.now,
    })
    .returning('id'),
);

const find = prepare((db, given: Given<{ guildId: string; id: number }>) =>
  db
    .selectFrom('group_breaks')
    .select(['id', 'group_key', 'kind', 'from_date', 'until_date', 'reason', 'noted_at', 'lifted_at'])
    .where('guild_id', '=', given.guildId)
    .where('id', '=', given.id),
);

const begun = prepare((db, given: Given<{ guildId: string; groupKey: string; kind: Break['kind']; from: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['id', 'group_key', 'kind', 'from_date', 'until_date', 'reason', 'noted_at', 'lifted_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', given.kind)
    .where('from_date', '=', given.from)
    .where('lifted_at', 'is', null),
);

const running = prepare((db, given: Given<{ guildId: string; groupKey: string; today: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['id', 'group_key', 'kind', 'from_date', 'until_date', 'reason', 'noted_at', 'lifted_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', 'paused')
    .where('lifted_at', 'is', null)
    .where(eb => eb.or([eb('until_date', 'is', null), eb('until_date', '>=', given.today)])),
);

const replaced = prepare((db, given: Given<{ guildId: string; groupKey: string; at: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['id', 'group_key', 'kind', 'from_date', 'until_date', 'reason', 'noted_at', 'lifted_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', 'paused')
    .where('lifted_at', '=', given.at)
    .orderBy('id'),
);

const lift = prepare((db, given: Given<{ guildId: string; id: number; now: string }>) =>
  db
    .updateTable('group_breaks')
    .set({ lifted_at: given.now })
    .where('guild_id', '=', given.guildId)
    .where('id', '=', given.id),
);

/** `groupKey`: `everyGroup` for all. */
export type StoredBreak = NotedBreak & { readonly groupKey: string; readonly notedAt: Temporal.Instant };

export async function saveBreak(
  tx: Db,
  { guildId, groupKey, userId }: { readonly guildId: string; readonly groupKey: string; readonly userId: string },
  { kind, from, until, reason }: Break,
  now: Temporal.Instant,
): Promise<number> {
  const values = { kind, from, until: until ?? null, reason: reason ?? null };
  const row = await insert.first(tx, { guildId, groupKey, userId, ...values, now: toText(now) });
  return Number(row?.id);
}

/** Also one that was lifted. */
export async function findBreak(db: Db, guildId: string, id: number): Promise<StoredBreak | undefined> {
  const row = await find.first(db, { guildId, id });
  return row && breakOf(row);
}

/** One that was noted in the same words: an interaction can come twice, and two hosts can think of the same. */
export async function findSameBreak(
  db: Db,
  guildId: string,
  groupKey: string,
  { kind, from, until, reason }: Break,
): Promise<StoredBreak | undefined> {
  const found = (await begun.rows(db, { guildId, groupKey, kind, from })).map(breakOf);
  return found.find(one => one.until === until && one.reason === reason);
}

/** A group's pauses that are neither over nor lifted. */
export async function runningPauses(
  db: Db,
  guildId: string,
  groupKey: string,
  today: Temporal.PlainDate,
): Promise<readonly StoredBreak[]> {
  return (await running.rows(db, { guildId, groupKey, today: today.toString() })).map(breakOf);
}

/** The pauses in whose place this one was noted: lifted at the same instant. */
export async function pausesReplacedBy(
  db: Db,
  guildId: string,
  { kind, groupKey, notedAt }: StoredBreak,
): Promise<readonly StoredBreak[]> {
  if (kind !== 'paused') return [];
  return (await replaced.rows(db, { guildId, groupKey, at: toText(notedAt) })).map(breakOf);
}

/** Whatever begins from now on takes place. */
export async function endBreak(
  tx: Db,
  guildId: string,
  { id }: Pick<StoredBreak, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await lift.changes(tx, { guildId, id, now: toText(now) });
}

interface Found {
  readonly id: number | string;
  readonly group_key: string;
  readonly kind: Break['kind'];
  readonly from_date: string;
  readonly until_date: string | null;
  readonly reason: string | null;
  readonly noted_at: string;
  readonly lifted_at: string | null;
}

function breakOf(found: Found): StoredBreak {
  const { id, group_key: groupKey, kind, from_date: from, until_date: until, reason, noted_at, lifted_at } = found;
  return {
    id: Number(id),
    groupKey,
    kind,
    from,
    ...(until === null ? {} : { until }),
    ...(reason === null ? {} : { reason }),
    notedAt: fromText(noted_at),
    ...(lifted_at === null ? {} : { liftedAt: fromText(lifted_at) }),
  };
}
