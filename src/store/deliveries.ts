/** The sender's side of the outbox: claims what is due, for a while and for itself, and settles what became of it. */
import { sql } from 'kysely';
import type { Attempt, Fate } from '../domain/delivery.ts';
import type { Effect } from '../domain/effect.ts';
import { type Db, engineOf } from './database.ts';
import { effectKinds, effectOf } from './effect-payload.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

export interface ClaimRequest {
  /** One sender's name; no two have the same. */
  readonly owner: string;
  readonly now: Temporal.Instant;
  readonly limit: number;
  /** After so long without being settled, an effect may be claimed anew. */
  readonly lease: Temporal.Duration;
}

export interface Claimed {
  readonly id: number;
  readonly key: string;
  readonly owner: string;
  readonly effect: Effect;
  readonly attempt: Attempt;
}

/** The lease of a row stands in nobody's way. */
const unleased = (now: ReturnType<typeof sql<string>>) =>
  sql<boolean>`(leased_until is null or leased_until <= ${now})`;

/** An attempt at something by the calendar never ended, or nobody answered it: it may have got through, and is looked for before it is given up. */
const mayBeSaid = sql<boolean>`(kind = 'ping' and (lease_owner is not null or (attempts > 0 and state = 'pending')))`;

type Claim = { owner: string; now: string; until: string; limit: number };

const claim = prepare((db, given: Given<Claim>) => {
  const due = db
    .selectFrom('outbox')
    .select('id as due_id')
    .where('settled_at', 'is', null)
    .where('due_at', '<=', given.now)
    .where(unleased(given.now))
    .where(eb => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', given.now), mayBeSaid]))
    .where('kind', 'in', effectKinds)
    .orderBy('due_at')
    .orderBy('id')
    .limit(given.limit);
  // Of two processes that look at once, each takes what the other has not.
  const free = engineOf(db) === 'postgres' ? due.forUpdate().skipLocked() : due;
  return db
    .with('due', () => free)
    .updateTable('outbox')
    .from('due')
    .set(eb => ({ lease_owner: given.owner, leased_until: given.until, attempts: eb('attempts', '+', 1) }))
    .whereRef('outbox.id', '=', 'due.due_id')
    .returning(['id', 'key', 'payload', 'attempts', 'due_at', 'expires_at', 'created_at', 'reason']);
});

type Settlement = {
  id: number;
  owner: string;
  attempt: number;
  state: Fate['state'];
  dueAt: string | null;
  reason: string | null;
  reference: string | null;
  settledAt: string | null;
};

const close = prepare((db, given: Given<Settlement>) =>
  db
    .updateTable('outbox')
    .set(eb => ({
      state: given.state,
      due_at: eb.fn.coalesce(sql<string>`cast(${given.dueAt} as text)`, 'due_at'),
      reason: given.reason,
      reference: given.reference,
      settled_at: given.settledAt,
      lease_owner: null,
      leased_until: null,
    }))
    .where('id', '=', given.id)
    // Every claim counts an attempt, so owner and attempt name one lease.
    .where('lease_owner', '=', given.owner)
    .where('attempts', '=', given.attempt),
);

const late = prepare((db, given: Given<{ now: string }>) => {
  const rows = db
    .selectFrom('outbox')
    .select(['id', 'payload', 'state', 'reason'])
    .where('settled_at', 'is', null)
    .where('expires_at', '<=', given.now)
    .where(unleased(given.now))
    .where(eb => eb.not(mayBeSaid))
    .orderBy('expires_at')
    .orderBy('id');
  return engineOf(db) === 'postgres' ? rows.forUpdate().skipLocked() : rows;
});

const expire = prepare((db, given: Given<{ id: number; now: string; reason: string }>) =>
  db
    .updateTable('outbox')
    .set({ state: 'expired', settled_at: given.now, reason: given.reason, lease_owner: null, leased_until: null })
    .where('id', '=', given.id),
);

const freeOf = (kinds: typeof effectKinds) =>
  prepare(db =>
    db
      .selectFrom('outbox')
      .select('due_at as at')
      .where('settled_at', 'is', null)
      .where('leased_until', 'is', null)
      .where('kind', 'in', kinds)
      .orderBy('due_at')
      .limit(1),
  );
const leasedOf = (kinds: typeof effectKinds) =>
  prepare(db =>
    db
      .selectFrom('outbox')
      .select(sql<string | null>`min(case when leased_until > due_at then leased_until else due_at end)`.as('at'))
      .where('leased_until', 'is not', null)
      .where('kind', 'in', kinds),
  );
const allButJobs = effectKinds.filter(kind => kind !== 'work-job');
const next = [freeOf(effectKinds), leasedOf(effectKinds)];
const nextButJobs = [freeOf(allButJobs), leasedOf(allButJobs)];

/** What is due, the longest due first. Nobody else gets it until the lease ends. */
export async function claimDue(db: Db, { owner, now, limit, lease }: ClaimRequest): Promise<readonly Claimed[]> {
  const rows = await claim.rows(db, { owner, now: toText(now), until: toText(now.add(lease)), limit });
  rows.sort((a, b) => (a.due_at === b.due_at ? a.id - b.id : a.due_at < b.due_at ? -1 : 1));
  const claimed: Claimed[] = [];
  for (const row of rows) {
    const { id, key } = row;
    const effect = effectOf(row.payload);
    const attempt: Attempt = {
      number: row.attempts,
      askedAt: fromText(row.created_at),
      ...(row.expires_at === null ? {} : { expiresAt: fromText(row.expires_at) }),
      ...(effect?.kind === 'ping' ? { isFoundOut: true } : {}),
      ...(row.expires_at !== null && row.expires_at <= toText(now) ? { isTooLate: true } : {}),
      ...(row.reason === null ? {} : { before: row.reason }),
    };
    if (effect) claimed.push({ id, key, owner, effect, attempt });
    else await settle(db, { id, owner, attempt }, { state: 'failed', reason: 'its record cannot be read' }, now);
  }
  return claimed;
}

/** False when the lease was lost meanwhile: another sender has the effect, and its word counts. */
export async function settle(
  db: Db,
  { id, owner, attempt }: Pick<Claimed, 'id' | 'owner' | 'attempt'>,
  { state, dueAt, reason, reference }: Fate,
  now: Temporal.Instant,
): Promise<boolean> {
  const open = state === 'pending' || state === 'blocked';
  if (open && !dueAt) throw new Error(`An effect that stays ${state} needs to know when it is due again.`);
  const values = {
    id,
    owner,
    attempt: attempt.number,
    state,
    dueAt: open && dueAt ? toText(dueAt) : null,
    // PostgreSQL's text has no NUL.
    reason: reason?.replaceAll('\0', '') ?? null,
    reference: reference ?? null,
    settledAt: open ? null : toText(now),
  };
  return (await close.changes(db, values)) > 0;
}

/** What was given up, and how far it had got. */
export interface Expired {
  readonly effect: Effect;
  readonly state: 'pending' | 'blocked';
  /** Why the last attempt did not get through; absent: none ended. */
  readonly reason?: string;
}

/** Gives up what can only come too late now. In a transaction. */
export async function expireLate(tx: Db, now: Temporal.Instant): Promise<readonly Expired[]> {
  const expired: Expired[] = [];
  for (const { id, payload, state, reason } of await late.rows(tx, { now: toText(now) })) {
    const because = 'it would have come too late';
    await expire.changes(tx, { id, now: toText(now), reason: because });
    const effect = effectOf(payload);
    if (effect)
      expired.push({ effect, state: state === 'blocked' ? state : 'pending', ...(reason === null ? {} : { reason }) });
  }
  return expired;
}

/** When there is something to claim next; undefined while nothing waits. @param withJobs whether a step of a job counts. */
export async function nextDue(db: Db, withJobs = true): Promise<Temporal.Instant | undefined> {
  const [first] = (await Promise.all((withJobs ? next : nextButJobs).map(query => query.first(db, {}))))
    .flatMap(row => row?.at ?? [])
    .toSorted();
  return first === undefined ? undefined : fromText(first);
}
