/** Writes the days on which a group, or every group, does not meet. */
import type { NotedBreak } from '../../domain/groups/hosting.ts';
import type { Break } from '../../domain/groups/session.ts';
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
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
    .select(['id', 'group_key', 'kind', 'from_date', 'until_date', 'reason'])
    .where('guild_id', '=', given.guildId)
    .where('id', '=', given.id),
);

const begun = prepare((db, given: Given<{ guildId: string; groupKey: string; kind: Break['kind']; from: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['id', 'group_key', 'kind', 'from_date', 'until_date', 'reason'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', given.kind)
    .where('from_date', '=', given.from),
);

const running = prepare((db, given: Given<{ guildId: string; groupKey: string; today: string }>) =>
  db
    .selectFrom('group_breaks')
    .select(['id', 'group_key', 'kind', 'from_date', 'until_date', 'reason'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('kind', '=', 'paused')
    .where(eb => eb.or([eb('until_date', 'is', null), eb('until_date', '>=', given.today)])),
);

const cut = prepare((db, given: Given<{ guildId: string; id: number; until: string }>) =>
  db
    .updateTable('group_breaks')
    .set({ until_date: given.until })
    .where('guild_id', '=', given.guildId)
    .where('id', '=', given.id),
);

const remove = prepare((db, given: Given<{ guildId: string; id: number }>) =>
  db.deleteFrom('group_breaks').where('guild_id', '=', given.guildId).where('id', '=', given.id),
);

/** `groupKey`: `everyGroup` for all. */
export type StoredBreak = NotedBreak & { readonly groupKey: string };

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

/** A group's pauses that are not over. */
export async function runningPauses(
  db: Db,
  guildId: string,
  groupKey: string,
  today: Temporal.PlainDate,
): Promise<readonly StoredBreak[]> {
  return (await running.rows(db, { guildId, groupKey, today: today.toString() })).map(breakOf);
}

/** Its last day was yesterday; it is forgotten where it would not have begun by then. */
export async function endBreak(
  tx: Db,
  guildId: string,
  { id, from }: StoredBreak,
  today: Temporal.PlainDate,
): Promise<void> {
  const until = today.subtract({ days: 1 }).toString();
  if (from > until) await remove.changes(tx, { guildId, id });
  else await cut.changes(tx, { guildId, id, until });
}

interface Found {
  readonly id: number | string;
  readonly group_key: string;
  readonly kind: Break['kind'];
  readonly from_date: string;
  readonly until_date: string | null;
  readonly reason: string | null;
}

function breakOf({ id, group_key: groupKey, kind, from_date: from, until_date: until, reason }: Found): StoredBreak {
  return {
    id: Number(id),
    groupKey,
    kind,
    from,
    ...(until === null ? {} : { until }),
    ...(reason === null ? {} : { reason }),
  };
}
