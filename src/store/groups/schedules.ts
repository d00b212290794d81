/** When something is due next for each group. The tick asks this alone, so that nothing due costs next to nothing. */
import { sql } from 'kysely';
import type { Db } from '../database.ts';
import { fromText, toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

export interface Schedule {
  readonly groupKey: string;
  /** Since when Cairn speaks for the group. */
  readonly begunAt: Temporal.Instant;
  readonly plannedUntil: Temporal.Instant;
  /** Something that decides when pings are due was changed since. */
  readonly isChanged: boolean;
  readonly disabledAt?: Temporal.Instant;
}

type Key = { guildId: string; groupKey: string };

const begin = prepare((db, given: Given<Key & { now: string }>) =>
  db
    .insertInto('schedules')
    .values({
      guild_id: given.guildId,
      group_key: given.groupKey,
      begun_at: given.now,
      planned_until: given.now,
      next_due_at: given.now,
      is_changed: 0,
      computed_from: '',
      recomputed_at: null,
    })
    .onConflict(conflict => conflict.doNothing()),
);

/** Where nothing was due as it was until now, everything until now is planned: only the change makes more of it due. */
const changedAt = (now: Given<{ now: string }>['now']) => ({
  planned_until: sql<string>`case when next_due_at > ${now} and planned_until > begun_at then ${now} else planned_until end`,
  next_due_at: now,
  is_changed: 1 as const,
});

const hasten = prepare((db, given: Given<Key & { now: string }>) =>
  db
    .updateTable('schedules')
    .set(changedAt(given.now))
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const hastenAll = prepare((db, given: Given<{ guildId: string; now: string }>) =>
  db.updateTable('schedules').set(changedAt(given.now)).where('guild_id', '=', given.guildId),
);

const recompute = prepare((db, given: Given<{ from: string; now: string }>) =>
  db
    .updateTable('schedules')
    .set({ ...changedAt(given.now), computed_from: given.from, recomputed_at: given.now })
    .where('computed_from', '<>', given.from),
);

type Look = { now: string; ahead: string };

/** Due, or planned further than now: the clock was set back. */
const servers = prepare((db, given: Given<Look>) =>
  db
    .selectFrom('schedules')
    .select('guild_id')
    .where('next_due_at', '<=', given.now)
    // For `or` and for a union without doubles SQLite would go through all rows.
    .unionAll(db.selectFrom('schedules').select('guild_id').where('planned_until', '>', given.ahead)),
);

const dueOf = prepare((db, given: Given<Look & { guildId: string }>) =>
  db
    .selectFrom('schedules')
    .select(['group_key', 'begun_at', 'planned_until', 'is_changed', 'disabled_at'])
    .where('guild_id', '=', given.guildId)
    .where(eb => eb.or([eb('next_due_at', '<=', given.now), eb('planned_until', '>', given.ahead)]))
    .orderBy('group_key'),
);

const one = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('schedules')
    .select(['group_key', 'begun_at', 'planned_until', 'is_changed', 'disabled_at'])
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const disabled = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('schedules')
    .select('group_key')
    .where('guild_id', '=', given.guildId)
    .where('disabled_at', 'is not', null),
);

const save = prepare((db, given: Given<Key & { plannedUntil: string; nextDueAt: string }>) =>
  db
    .updateTable('schedules')
    .set({ planned_until: given.plannedUntil, next_due_at: given.nextDueAt, is_changed: 0 })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const putOff = prepare((db, given: Given<Key & { now: string; nextDueAt: string }>) =>
  db
    .updateTable('schedules')
    .set({ begun_at: given.now, planned_until: given.now, next_due_at: given.nextDueAt, is_changed: 0 })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey),
);

const end = prepare((db, given: Given<Key>) =>
  db.deleteFrom('schedules').where('guild_id', '=', given.guildId).where('group_key', '=', given.groupKey),
);

const next = prepare((db, given: Given<{ now: string }>) =>
  db
    .selectFrom('schedules')
    .select(eb => eb.fn.min('next_due_at').as('at'))
    .where('next_due_at', '>', given.now),
);

/** A clock that is corrected by less is not set back. */
const slack = Temporal.Duration.from({ minutes: 1 });

const look = (now: Temporal.Instant): Look => ({ now: toText(now), ahead: toText(now.add(slack)) });

/** From now on Cairn speaks for the group. False where it does already. Wake the sender afterwards. */
export async function beginSchedule(
  tx: Db,
  guildId: string,
  groupKey: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return (await begin.changes(tx, { guildId, groupKey, now: toText(now) })) > 0;
}

/**
 * Something changed that decides when the group's pings are due, such as that there is a group at all: they are computed
 * anew. Wake the sender afterwards.
 */
export async function replan(tx: Db, guildId: string, groupKey: string, now: Temporal.Instant): Promise<void> {
  const key = { guildId, groupKey, now: toText(now) };
  if ((await hasten.changes(tx, key)) === 0) await begin.changes(tx, key);
}

/** The same for all groups of a server, and its own pings. */
export async function replanAll(tx: Db, guildId: string, now: Temporal.Instant): Promise<void> {
  await hastenAll.changes(tx, { guildId, now: toText(now) });
}

/** Everything that was computed from something else is computed anew. @param from a mark of what it is computed from now. */
export async function replanOutdated(tx: Db, from: string, now: Temporal.Instant): Promise<void> {
  await recompute.changes(tx, { from, now: toText(now) });
}

/** Servers on which a group is to be looked at. */
export async function dueServers(db: Db, now: Temporal.Instant): Promise<readonly string[]> {
  return [...new Set((await servers.rows(db, look(now))).map(row => row.guild_id))];
}

export async function dueSchedules(tx: Db, guildId: string, now: Temporal.Instant): Promise<readonly Schedule[]> {
  return (await dueOf.rows(tx, { guildId, ...look(now) })).map(scheduleOf);
}

export async function findSchedule(db: Db, guildId: string, groupKey: string): Promise<Schedule | undefined> {
  const row = await one.first(db, { guildId, groupKey });
  return row && scheduleOf(row);
}

/** Keys of the groups for which nothing is said any more. */
export async function disabledGroups(db: Db, guildId: string): Promise<ReadonlySet<string>> {
  return new Set((await disabled.rows(db, { guildId })).map(row => row.group_key));
}

export async function savePlanned(
  tx: Db,
  guildId: string,
  groupKey: string,
  plannedUntil: Temporal.Instant,
  nextDueAt: Temporal.Instant,
): Promise<void> {
  await save.changes(tx, { guildId, groupKey, plannedUntil: toText(plannedUntil), nextDueAt: toText(nextDueAt) });
}

/** Cairn cannot speak for the group yet, and begins anew when it can. */
export async function postpone(
  tx: Db,
  guildId: string,
  groupKey: string,
  now: Temporal.Instant,
  nextDueAt: Temporal.Instant,
): Promise<void> {
  await putOff.changes(tx, { guildId, groupKey, now: toText(now), nextDueAt: toText(nextDueAt) });
}

export async function endSchedule(tx: Db, guildId: string, groupKey: string): Promise<void> {
  await end.changes(tx, { guildId, groupKey });
}

/** When the next group is to be looked at; undefined where there is none. */
export async function nextLook(db: Db, now: Temporal.Instant): Promise<Temporal.Instant | undefined> {
  const at = (await next.first(db, { now: toText(now) }))?.at;
  return at ? fromText(at) : undefined;
}

interface Row {
  readonly group_key: string;
  readonly begun_at: string;
  readonly planned_until: string;
  readonly is_changed: 0 | 1;
  readonly disabled_at: string | null;
}

function scheduleOf(row: Row): Schedule {
  return {
    groupKey: row.group_key,
    begunAt: fromText(row.begun_at),
    plannedUntil: fromText(row.planned_until),
    isChanged: row.is_changed === 1,
    ...(row.disabled_at === null ? {} : { disabledAt: fromText(row.disabled_at) }),
  };
}
