/** Closes in the ledger what the calendar had put into the outbox, in the transaction that settles it there. */
import { type Fate, notConnected, type SendResult } from '../domain/delivery.ts';
import type { Effect } from '../domain/effect.ts';
import { type Cause, type Suppression, whyTooLate } from '../domain/groups/suppression.ts';
import { planSummary } from '../flows/groups/plan-summary.ts';
import { tellSuppressed } from '../flows/groups/tell-suppressed.ts';
import type { Db } from '../store/database.ts';
import type { Claimed, Expired } from '../store/deliveries.ts';
import { findPing, lostSinceSummary } from '../store/groups/ping-ledger.ts';
import { settlePing } from '../store/groups/pings.ts';
import { outagesSince } from '../store/uptimes.ts';

type PingEffect = Extract<Effect, { kind: 'ping' }>;

/** Whose fault it is that an attempt did not get through. */
export const ourFault = 'a fault of ours';

/** After an attempt. What is tried again stays open. */
export async function closeInLedger(
  tx: Db,
  { effect, attempt }: Pick<Claimed, 'effect' | 'attempt'>,
  result: SendResult,
  fate: Fate,
  now: Temporal.Instant,
): Promise<void> {
  if (effect.kind !== 'ping') return;
  const { guildId, ping } = effect;
  const { state, reference, reason = 'nobody said why' } = fate;
  if (state === 'pending' || state === 'blocked') return;
  if (state === 'delivered') {
    const earlier = result.kind === 'delivered' ? result.at : undefined;
    await settlePing(tx, guildId, ping, { state: 'sent', ...(reference && { reference }) }, earlier ?? now);
    // It was out before that was known, and cannot have named what was lost meanwhile.
    const isShort = earlier && ping.kind === 'summary' && (await lostSinceSummary(tx, guildId, now)).length > 0;
    return isShort ? await planSummary(tx, guildId, now) : undefined;
  }
  const suppression =
    state === 'expired' && attempt.isTooLate
      ? await whyExpired(tx, effect, { state: 'pending', ...(attempt.before && { reason: attempt.before }) }, now)
      : { cause: causeOf(result, fate), reason };
  await settlePing(tx, guildId, ping, { state: 'suppressed', ...suppression }, now);
  await tellSuppressed(tx, guildId, [{ ...ping, cause: suppression.cause }], now);
}

/** It waited in the outbox until it was too late. @param isConnected whether the bot is on Discord. */
export async function expireInLedger(
  tx: Db,
  effect: PingEffect,
  expired: Expired,
  isConnected: boolean,
  now: Temporal.Instant,
): Promise<void> {
  const { guildId, ping } = effect;
  const why = await whyExpired(tx, effect, expired, now);
  const suppression: Suppression =
    why.cause === 'late' && !isConnected ? { cause: 'unreachable', reason: notConnected } : why;
  await settlePing(tx, guildId, ping, { state: 'suppressed', ...suppression }, now);
  await tellSuppressed(tx, guildId, [{ ...ping, cause: suppression.cause }], now);
}

async function whyExpired(
  tx: Db,
  { guildId, ping }: PingEffect,
  { state, reason }: Pick<Expired, 'state' | 'reason'>,
  now: Temporal.Instant,
): Promise<Suppression> {
  if (reason !== undefined) return { cause: state === 'blocked' ? 'blocked' : passing(reason), reason };
  const entry = await findPing(tx, guildId, ping);
  if (!entry) return { cause: 'late', reason: 'it waited until it was too late' };
  return whyTooLate(entry, await outagesSince(tx, entry.dueAt), now);
}

function causeOf(result: SendResult, { state, tell, reason = '' }: Fate): Cause {
  if (state === 'failed') return 'failed';
  // Something is wrong that organisers have been told.
  if (state === 'dropped') return tell ? 'blocked' : 'dropped';
  return result.kind === 'transient' ? passing(reason) : 'blocked';
}

const passing = (reason: string): Cause => (reason === ourFault ? 'late' : 'unreachable');
