/** What is still to be done on Discord: put in beside the change that asks for it, and looked up by its key. */
import type { DeliveryState } from '../domain/delivery.ts';
import { type Effect, effectKey, guildOf, latenessBudget } from '../domain/effect.ts';
import type { Db } from './database.ts';
import { fromText, toText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

/** How far an effect has got. */
export interface Delivery {
  readonly state: DeliveryState;
  /** When it is tried next; absent once the state is final. */
  readonly dueAt?: Temporal.Instant;
  readonly reason?: string;
  readonly reference?: string;
}

type Entry = {
  key: string;
  guildId: string;
  kind: Effect['kind'];
  payload: string;
  dueAt: string;
  now: string;
  expiresAt: string | null;
};

const insert = prepare((db, given: Given<Entry>) =>
  db
    .insertInto('outbox')
    .values({
      key: given.key,
      guild_id: given.guildId,
      kind: given.kind,
      payload: given.payload,
      state: 'pending',
      due_at: given.dueAt,
      expires_at: given.expiresAt,
      attempts: 0,
      created_at: given.now,
    })
    .onConflict(conflict => conflict.column('key').doNothing()),
);

const revive = prepare((db, given: Given<{ key: string; now: string; expiresAt: string | null }>) =>
  db
    .updateTable('outbox')
    .set({
      state: 'pending',
      due_at: given.now,
      expires_at: given.expiresAt,
      attempts: 0,
      reason: null,
      settled_at: null,
    })
    .where('key', '=', given.key)
    .where('settled_at', 'is not', null),
);

const hasten = prepare((db, given: Given<{ guildId: string; now: string }>) =>
  db
    .updateTable('outbox')
    .set({ due_at: given.now })
    .where('settled_at', 'is', null)
    .where('guild_id', '=', given.guildId)
    .where('state', '=', 'blocked')
    .where('due_at', '>', given.now),
);

const find = prepare((db, given: Given<{ key: string }>) =>
  db.selectFrom('outbox').select(['state', 'due_at', 'reason', 'reference', 'settled_at']).where('key', '=', given.key),
);

/** When an effect is due and when it makes no sense any more, where not at once and by its kind. */
export interface Timing {
  readonly dueAt?: Temporal.Instant;
  readonly expiresAt?: Temporal.Instant;
}

/** @returns how many are new: an effect that is there already, in whatever state, stays as it is. */
export async function enqueue(
  db: Db,
  effects: readonly Effect[],
  now: Temporal.Instant,
  { dueAt = now, expiresAt }: Timing = {},
): Promise<number> {
  let added = 0;
  for (const effect of effects) {
    added += await insert.changes(db, {
      key: effectKey(effect, now),
      guildId: guildOf(effect),
      kind: effect.kind,
      payload: JSON.stringify(effect),
      dueAt: toText(dueAt),
      now: toText(now),
      expiresAt: expiresAt ? toText(expiresAt) : expiryOf(effect, now),
    });
  }
  return added;
}

/** Does a settled effect anew, whatever became of it. False when there is no such effect, or it still waits. */
export async function requeue(
  db: Db,
  effect: Effect,
  now: Temporal.Instant,
  expiresAt?: Temporal.Instant,
): Promise<boolean> {
  const expiry = expiresAt ? toText(expiresAt) : expiryOf(effect, now);
  const values = { key: effectKey(effect, now), now: toText(now), expiresAt: expiry };
  return (await revive.changes(db, values)) > 0;
}

/** Makes what waits for an organiser's repair due now. @returns how many. */
export async function retryNow(db: Db, guildId: string, now: Temporal.Instant): Promise<number> {
  return await hasten.changes(db, { guildId, now: toText(now) });
}

export async function findDelivery(db: Db, key: string): Promise<Delivery | undefined> {
  const row = await find.first(db, { key });
  if (!row) return undefined;
  return {
    state: row.state,
    ...(row.settled_at === null ? { dueAt: fromText(row.due_at) } : {}),
    ...(row.reason === null ? {} : { reason: row.reason }),
    ...(row.reference === null ? {} : { reference: row.reference }),
  };
}

function expiryOf(effect: Effect, now: Temporal.Instant): string | null {
  const budget = latenessBudget(effect);
  return budget ? toText(now.add(budget)) : null;
}
