/** What a rehearsal reads: how far each group is planned, and what planning put into outbox and ledger. */
import type { Effect } from '../../domain/effect.ts';
import type { PingKey } from '../../domain/groups/ping.ts';
import type { Db } from '../database.ts';
import { effectOf } from '../effect-payload.ts';
import { fromText, toText } from '../instants.ts';
import { type Given, prepare } from '../prepare.ts';

export interface Standing {
  readonly groupKey: string;
  /** Since when Cairn speaks for it: one that was never looked at stays new. */
  readonly begunAt: Temporal.Instant;
  readonly plannedUntil: Temporal.Instant;
  readonly nextLook: Temporal.Instant;
}

export interface Waiting {
  readonly effect: Effect;
  readonly dueAt: Temporal.Instant;
}

export interface Withheld extends PingKey {
  readonly dueAt: Temporal.Instant;
  readonly reason: string;
}

const standings = prepare((db, given: Given<{ guildId: string }>) =>
  db
    .selectFrom('schedules')
    .select(['group_key', 'begun_at', 'planned_until', 'next_due_at'])
    .where('guild_id', '=', given.guildId)
    .orderBy('group_key'),
);

const last = prepare(db => db.selectFrom('outbox').select(eb => eb.fn.max('id').as('id')));

const added = prepare((db, given: Given<{ guildId: string; after: number }>) =>
  db
    .selectFrom('outbox')
    .select(['payload', 'due_at'])
    .where('guild_id', '=', given.guildId)
    .where('id', '>', given.after)
    .orderBy('id'),
);

const open = prepare((db, given: Given<{ guildId: string; until: string; limit: number }>) =>
  db
    .selectFrom('outbox')
    .select(['payload', 'due_at'])
    .where('guild_id', '=', given.guildId)
    .where('settled_at', 'is', null)
    .where('due_at', '<=', given.until)
    .orderBy('due_at')
    .limit(given.limit),
);

const withheld = prepare((db, given: Given<{ guildId: string; at: string }>) =>
  db
    .selectFrom('pings')
    .select(['group_key', 'occurrence', 'kind', 'audience', 'due_at', 'reason'])
    .where('guild_id', '=', given.guildId)
    .where('state', '=', 'suppressed')
    .where('settled_at', '=', given.at)
    .orderBy('due_at'),
);

export async function standingsOf(db: Db, guildId: string): Promise<readonly Standing[]> {
  return (await standings.rows(db, { guildId })).map(row => ({
    groupKey: row.group_key,
    begunAt: fromText(row.begun_at),
    plannedUntil: fromText(row.planned_until),
    nextLook: fromText(row.next_due_at),
  }));
}

/** The id of what was put into the outbox last; 0 where there is nothing. */
export async function lastEffect(db: Db): Promise<number> {
  return Number((await last.first(db, {}))?.id ?? 0);
}

export async function effectsAfter(db: Db, guildId: string, after: number): Promise<readonly Waiting[]> {
  return (await added.rows(db, { guildId, after })).flatMap(waiting);
}

/** What waits to be done by then, earliest due first. */
export async function waitingUntil(
  db: Db,
  guildId: string,
  until: Temporal.Instant,
  limit: number,
): Promise<readonly Waiting[]> {
  return (await open.rows(db, { guildId, until: toText(until), limit })).flatMap(waiting);
}

/** What was suppressed at this very moment. */
export async function withheldAt(db: Db, guildId: string, at: Temporal.Instant): Promise<readonly Withheld[]> {
  return (await withheld.rows(db, { guildId, at: toText(at) })).map(row => ({
    groupKey: row.group_key,
    occurrence: row.occurrence,
    kind: row.kind,
    audience: row.audience,
    dueAt: fromText(row.due_at),
    reason: row.reason ?? '',
  }));
}

function waiting({ payload, due_at }: { readonly payload: string; readonly due_at: string }): readonly Waiting[] {
  const effect = effectOf(payload);
  return effect ? [{ effect, dueAt: fromText(due_at) }] : [];
}
