/** What was due by the calendar and what became of each: the ledger. What is still to be said waits in the outbox as well. */
import type { Ping, PingKey } from '../../domain/groups/ping.ts';
import type { Cause, Suppression } from '../../domain/groups/suppression.ts';
import type { Db } from '../database.ts';
import { toText } from '../instants.ts';
import { enqueue, requeue } from '../outbox.ts';
import { type Given, prepare } from '../prepare.ts';

type Key = { guildId: string } & { -readonly [K in keyof PingKey]: PingKey[K] };
type Times = { knownAt: string; dueAt: string; expiresAt: string };
type Settled = { state: 'sent' | 'suppressed'; settledAt: string };
type Why = { cause: Cause | null; reason: string | null };
type Where = { channelId: string | null; messageId: string | null };

const add = prepare((db, given: Given<Key & Times>) =>
  db
    .insertInto('pings')
    .values({ ...keyColumns(given), ...timeColumns(given), state: 'due' })
    .onConflict(conflict => conflict.doNothing()),
);

const addSuppressed = prepare((db, given: Given<Key & Times & Why & { settledAt: string }>) =>
  db
    .insertInto('pings')
    .values({
      ...keyColumns(given),
      ...timeColumns(given),
      state: 'suppressed',
      cause: given.cause,
      reason: given.reason,
      settled_at: given.settledAt,
    })
    .onConflict(conflict => conflict.doNothing()),
);

const close = prepare((db, given: Given<Key & Settled & Why & Where>) =>
  db
    .updateTable('pings')
    .set({
      state: given.state,
      cause: given.cause,
      reason: given.reason,
      settled_at: given.settledAt,
      channel_id: given.channelId,
      message_id: given.messageId,
    })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('occurrence', '=', given.occurrence)
    .where('kind', '=', given.kind)
    .where('audience', '=', given.audience)
    .where('state', '=', 'due'),
);

const reopen = prepare((db, given: Given<Key & Times>) =>
  db
    .updateTable('pings')
    .set({
      state: 'due',
      cause: null,
      reason: null,
      settled_at: null,
      ...timeColumns(given),
    })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('occurrence', '=', given.occurrence)
    .where('kind', '=', given.kind)
    .where('audience', '=', given.audience)
    .where('state', '=', 'suppressed')
    .where('cause', 'in', ['not-running', 'late']),
);

type Renamed = { guildId: string; groupKey: string; from: string; to: string };

const rename = prepare((db, given: Given<Renamed>) =>
  db
    .updateTable('pings')
    .set({ occurrence: given.to })
    .where('guild_id', '=', given.guildId)
    .where('group_key', '=', given.groupKey)
    .where('occurrence', '=', given.from)
    .where('state', '<>', 'due'),
);

function keyColumns(given: Given<Key>) {
  return {
    guild_id: given.guildId,
    group_key: given.groupKey,
    occurrence: given.occurrence,
    kind: given.kind,
    audience: given.audience,
  };
}

function timeColumns(given: Given<Times>) {
  return { known_at: given.knownAt, due_at: given.dueAt, expires_at: given.expiresAt };
}

/**
 * To be said when it is due. False when it is in the ledger already, whatever became of it. Wake the sender afterwards.
 *
 * @param knownAt since when it could be known to be due: what is said later than that, and than it was due, is late.
 */
export async function planPing(
  tx: Db,
  guildId: string,
  ping: Ping,
  now: Temporal.Instant,
  knownAt = now,
): Promise<boolean> {
  if ((await add.changes(tx, { ...keyOf(guildId, ping), ...timesOf(ping, knownAt) })) === 0) return false;
  const { dueAt, expiresAt } = ping;
  await enqueue(tx, [{ kind: 'ping', guildId, ping: plainKey(ping) }], now, { dueAt, expiresAt });
  return true;
}

/** It comes too late to be said. False when it is in the ledger already. */
export async function recordSuppressed(
  tx: Db,
  guildId: string,
  ping: Ping,
  { cause, reason }: Suppression,
  now: Temporal.Instant,
): Promise<boolean> {
  const values = { ...keyOf(guildId, ping), ...timesOf(ping, now), cause, reason, settledAt: toText(now) };
  return (await addSuppressed.changes(tx, values)) > 0;
}

/** What was suppressed as too late, by a clock that was ahead, is to be said after all. False where it was not. */
export async function revive(
  tx: Db,
  guildId: string,
  ping: Ping,
  now: Temporal.Instant,
  knownAt = now,
): Promise<boolean> {
  if ((await reopen.changes(tx, { ...keyOf(guildId, ping), ...timesOf(ping, knownAt) })) === 0) return false;
  const effect = { kind: 'ping', guildId, ping: plainKey(ping) } as const;
  const { dueAt, expiresAt } = ping;
  if ((await enqueue(tx, [effect], now, { dueAt, expiresAt })) === 0) await requeue(tx, effect, now, expiresAt);
  return true;
}

export type Outcome =
  /** `reference`: `<channel id>/<message id>`, where there is a message. */
  { readonly state: 'sent'; readonly reference?: string } | ({ readonly state: 'suppressed' } & Suppression);

/** In the transaction that settles it in the outbox. */
export async function settlePing(
  tx: Db,
  guildId: string,
  key: PingKey,
  outcome: Outcome,
  now: Temporal.Instant,
): Promise<void> {
  const reference = outcome.state === 'sent' ? outcome.reference : undefined;
  const [channelId = null, messageId = null] = reference?.split('/') ?? [];
  await close.changes(tx, {
    ...keyOf(guildId, key),
    state: outcome.state,
    cause: outcome.state === 'sent' ? null : outcome.cause,
    reason: outcome.state === 'sent' ? null : outcome.reason.replaceAll('\0', ''),
    settledAt: toText(now),
    channelId,
    messageId,
  });
}

/** A session goes by another occurrence though nothing is to be said of it anew. What is still open is found to be moot. */
export async function renameSettled(
  tx: Db,
  guildId: string,
  groupKey: string,
  [from, to]: readonly [from: string, to: string],
): Promise<void> {
  await rename.changes(tx, { guildId, groupKey, from, to });
}

function plainKey({ groupKey, occurrence, kind, audience }: PingKey): PingKey {
  return { groupKey, occurrence, kind, audience };
}

function keyOf(guildId: string, key: PingKey): Key {
  return { guildId, ...plainKey(key) };
}

function timesOf({ dueAt, expiresAt }: Ping, knownAt: Temporal.Instant): Times {
  return { knownAt: toText(knownAt), dueAt: toText(dueAt), expiresAt: toText(expiresAt) };
}
