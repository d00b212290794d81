/** The members of whom anything is on record that roles follow from, in the order of their ids, some at a time. */
import type { Db } from './database.ts';
import { toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

/** `after`: the last id of the page before; at first empty. */
type Page = { guildId: string; after: string; limit: number };

const tables = ['enrolments', 'certificates', 'role_notes', 'group_members'] as const;

/** The first of one table. Each stops at the limit, so that a page costs the same in a server of any size. */
function firstOf(db: Db, table: (typeof tables)[number], given: Given<Page>) {
  const some = db
    // Of all four the same columns are asked.
    .selectFrom(table as 'role_notes')
    .select('user_id')
    .distinct()
    .where('guild_id', '=', given.guildId)
    .where('user_id', '>', given.after)
    .orderBy('user_id')
    .limit(given.limit);
  return db.selectFrom(some.as('some')).select('user_id');
}

const everybody = prepare((db, given: Given<Page>) =>
  firstOf(db, 'enrolments', given)
    .union(firstOf(db, 'certificates', given))
    .union(firstOf(db, 'role_notes', given))
    .union(firstOf(db, 'group_members', given))
    .orderBy('user_id')
    .limit(given.limit),
);

const countAll = prepare((db, given: Given<{ guildId: string }>) => {
  const of = (table: (typeof tables)[number]) =>
    db
      .selectFrom(table as 'role_notes')
      .select('user_id')
      .where('guild_id', '=', given.guildId);
  const all = of('enrolments').union(of('certificates')).union(of('role_notes')).union(of('group_members'));
  return db.selectFrom(all.as('known')).select(eb => eb.fn.countAll<number>().as('count'));
});

const changed = prepare((db, given: Given<Page & { since: string }>) =>
  db
    .selectFrom('role_changes')
    .select('user_id')
    .where('guild_id', '=', given.guildId)
    .where('changed_at', '>=', given.since)
    .where('user_id', '>', given.after)
    .orderBy('user_id')
    .limit(given.limit),
);

const countChanged = prepare((db, given: Given<{ guildId: string; since: string }>) =>
  db
    .selectFrom('role_changes')
    .select(eb => eb.fn.countAll<number>().as('count'))
    .where('guild_id', '=', given.guildId)
    .where('changed_at', '>=', given.since),
);

const servers = prepare(db =>
  db
    .selectFrom('enrolments')
    .select('guild_id')
    .union(db.selectFrom('certificates').select('guild_id'))
    .union(db.selectFrom('role_notes').select('guild_id'))
    .union(db.selectFrom('group_members').select('guild_id')),
);

/** @param since absent: everybody. */
export async function knownMembers(
  db: Db,
  { since, ...page }: Page & { readonly since: Temporal.Instant | undefined },
): Promise<readonly string[]> {
  const rows = since ? await changed.rows(db, { ...page, since: toText(since) }) : await everybody.rows(db, page);
  return rows.map(({ user_id }) => user_id);
}

export async function countKnown(db: Db, guildId: string, since: Temporal.Instant | undefined): Promise<number> {
  const row = since
    ? await countChanged.first(db, { guildId, since: toText(since) })
    : await countAll.first(db, { guildId });
  return Number(row?.count ?? 0);
}

/** Ids of the servers of whose members anything is on record. */
export async function serversOnRecord(db: Db): Promise<readonly string[]> {
  return (await servers.rows(db, {})).map(({ guild_id }) => guild_id);
}
