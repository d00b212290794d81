/** The outbox for somebody who wants to look at it. */
import type { DeliveryState } from '../domain/delivery.ts';
import type { Effect } from '../domain/effect.ts';
import type { Db } from './database.ts';
import { effectOf } from './effect-payload.ts';
import { fromText } from './instants.ts';
import { type Given, prepare } from './prepare.ts';

export interface OutboxEntry {
  readonly effect: Effect;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly askedAt: Temporal.Instant;
  /** When it is tried next; absent once the state is final. */
  readonly dueAt?: Temporal.Instant;
  readonly reason?: string;
}

const latest = prepare((db, given: Given<{ limit: number }>) =>
  db
    .selectFrom('outbox')
    .select(['payload', 'state', 'attempts', 'created_at', 'due_at', 'reason', 'settled_at'])
    .orderBy('id', 'desc')
    .limit(given.limit),
);

/** Newest first. What another version of Cairn put in and this one can't read is left out. */
export async function listOutbox(db: Db, limit: number): Promise<readonly OutboxEntry[]> {
  return (await latest.rows(db, { limit })).flatMap(row => {
    const effect = effectOf(row.payload);
    if (!effect) return [];
    return {
      effect,
      state: row.state,
      attempts: row.attempts,
      askedAt: fromText(row.created_at),
      ...(row.settled_at === null ? { dueAt: fromText(row.due_at) } : {}),
      ...(row.reason === null ? {} : { reason: row.reason }),
    };
  });
}
