/** Which items a member has finished. An undone tick stays as a row, so that an older click cannot bring it back. */
import { sql } from 'kysely';
import type { Tick } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { brought, isNewer } from './newer.ts';
import { type Given, prepare } from './prepare.ts';

/** The last change of a tick: who asked for it, and whether it left the item ticked. */
export interface TickChange {
  readonly by: string;
  readonly tick: Tick;
  readonly undoneAt?: Temporal.Instant;
}

type Key = { guildId: string; userId: string; itemId: string };

const save = prepare((db, given: Given<Key & { evidence: Tick['evidence']; at: string; by: string }>) =>
  db
    .insertInto('ticks')
    .values({
      guild_id: given.guildId,
      user_id: given.userId,
      item_id: given.itemId,
      evidence: given.evidence,
      ticked_at: given.at,
      undone_at: null,
      changed_by: given.by,
    })
    .onConflict(conflict =>
      conflict
        .columns(['guild_id', 'user_id', 'item_id'])
        .doUpdateSet({
          evidence: brought('evidence').$castTo<Tick['evidence']>(),
          ticked_at: brought('ticked_at'),
          undone_at: null,
          changed_by: brought('changed_by'),
        })
        .where('ticks.undone_at', 'is not', null)
        .where(isNewer(brought('changed_by'), sql.ref('ticks.changed_by'))),
    ),
);

const strengthen = prepare((db, given: Given<Key & { evidence: Tick['evidence']; by: string }>) =>
  db
    .updateTable('ticks')
    .set({ evidence: sql<Tick['evidence']>`cast(${given.evidence} as text)`, changed_by: given.by })
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('item_id', '=', given.itemId)
    .where('undone_at', 'is', null)
    .where(isNewer(sql`cast(${given.by} as text)`, sql.ref('changed_by'))),
);

const latest = prepare((db, given: Given<{ guildId: string; userId: string }>) =>
  db
    .selectFrom('ticks')
    .select(sql<string | null>`max(ticked_at)`.as('at'))
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('undone_at', 'is', null),
);

const undo = prepare((db, given: Given<Key & { at: string; by: string }>) =>
  db
    .updateTable('ticks')
    .set({ undone_at: given.at, changed_by: given.by })
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('item_id', '=', given.itemId)
    .where('undone_at', 'is', null)
    .where(isNewer(sql`cast(${given.by} as text)`, sql.ref('changed_by'))),
);

const find = prepare((db, given: Given<Key>) =>
  db
    .selectFrom('ticks')
    .select(['evidence', 'ticked_at', 'undone_at', 'changed_by'])
    .where('guild_id', '=', given.guildId)
    .where('user_id', '=', given.userId)
    .where('item_id', '=', given.itemId),
);

/** False when nothing changed: the item is ticked already, or a later interaction than `by` has decided. */
export async function saveTick(db: Db, { guildId, userId }: Member, tick: Tick, by: string): Promise<boolean> {
  const { itemId, evidence, at } = tick;
  return (await save.changes(db, { guildId, userId, itemId, evidence, at: toText(at), by })) > 0;
}

/** What stands behind a tick, and not its date. False when the item is not ticked, or a later interaction has decided. */
export async function strengthenTick(
  db: Db,
  { guildId, userId }: Member,
  { itemId, evidence }: Tick,
  by: string,
): Promise<boolean> {
  return (await strengthen.changes(db, { guildId, userId, itemId, evidence, by })) > 0;
}

/** When the member ticked something last. */
export async function latestTickAt(db: Db, { guildId, userId }: Member): Promise<Temporal.Instant | undefined> {
  const at = (await latest.first(db, { guildId, userId }))?.at;
  return at ? fromText(at) : undefined;
}

/** False when nothing changed: the item is not ticked, or a later interaction than `by` has decided. */
export async function undoTick(
  db: Db,
  { guildId, userId }: Member,
  itemId: string,
  at: Temporal.Instant,
  by: string,
): Promise<boolean> {
  return (await undo.changes(db, { guildId, userId, itemId, at: toText(at), by })) > 0;
}

export async function lastChange(db: Db, { guildId, userId }: Member, itemId: string): Promise<TickChange | undefined> {
  const row = await find.first(db, { guildId, userId, itemId });
  if (!row) return undefined;
  return {
    by: row.changed_by,
    tick: { itemId, evidence: row.evidence, at: fromText(row.ticked_at) },
    ...(row.undone_at === null ? {} : { undoneAt: fromText(row.undone_at) }),
  };
}
