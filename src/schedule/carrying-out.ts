/** One effect from claim to settlement: sent, judged by the domain, written down together with whom to tell. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { type Attempt, afterAttempt, type Fate, type SendResult, worthTelling } from '../domain/delivery.ts';
import { type Effect, guildOf } from '../domain/effect.ts';
import type { Log } from '../log.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { type Claimed, expireLate, settle } from '../store/deliveries.ts';
import { goOnIfRunning } from '../store/jobs.ts';
import { retryNow } from '../store/outbox.ts';
import { raiseProblems } from '../store/telling.ts';
import { closeInLedger, expireInLedger, ourFault } from './ledger.ts';

/** Carries an effect out, once. Expected failures are results; what it throws is a fault. */
export type Send = (effect: Effect, attempt: Attempt) => Promise<SendResult>;

export interface Outgoing {
  readonly db: Db;
  readonly send: Send;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
  /** From 0 to 1: spreads repeated attempts. */
  readonly random: () => number;
  /** How often something on this server may have been repaired so far. */
  readonly repairs: (guildId: string) => number;
  /** Whether the bot is on Discord now: nothing is tried while it is not. */
  readonly isConnected: () => boolean;
}

/** @param current the claim when the sending is over: it may have been renewed, or be nobody's business any more. */
export async function carryOut(out: Outgoing, claimed: Claimed, current: () => Claimed | undefined): Promise<void> {
  const guildId = guildOf(claimed.effect);
  const repairsBefore = out.repairs(guildId);
  const result = await attemptOf(out, claimed);
  // Answers come several at once, and each is written down without letting go of the process.
  await othersFirst();
  const claim = current();
  if (!claim) return;
  const fate = afterAttempt(claim.attempt, result, out.now(), out.random());
  const settled = await inTransaction(out.db, async tx => {
    const ours = await settle(tx, claim, fate, out.now());
    if (ours) await raiseProblems(tx, guildId, worthTelling(claim.effect, fate), out.now());
    if (ours) await closeInLedger(tx, claim, result, fate, out.now());
    if (ours && claim.effect.kind === 'work-job' && fate.state === 'delivered')
      await goOnIfRunning(tx, guildId, claim.effect.jobId, out.now());
    return ours;
  });
  // A repair while it was being sent was not for this attempt, and whoever made it saw nothing waiting.
  if (fate.state === 'blocked' && out.repairs(guildId) !== repairsBefore) await retryNow(out.db, guildId, out.now());
  if (settled) report(out.log, claim, fate);
  else out.log.warn({ effect: claim.key }, 'The lease of an effect ended while it was sent; another sender has it');
}

async function attemptOf({ send, log }: Outgoing, { effect, key, attempt }: Claimed): Promise<SendResult> {
  try {
    return await send(effect, attempt);
  } catch (error) {
    log.error({ err: error, effect: key, attempt: attempt.number }, 'A fault of ours kept an effect from being sent');
    return { kind: 'transient', reason: ourFault };
  }
}

/** Gives up what can only come too late now, and says so. */
export async function giveUpLate({ db, now, log, isConnected }: Outgoing): Promise<void> {
  const late = await inTransaction(db, async tx => {
    const expired = await expireLate(tx, now());
    for (const one of expired) {
      const { effect } = one;
      await raiseProblems(tx, guildOf(effect), worthTelling(effect, { state: 'expired' }), now());
      if (effect.kind === 'ping') await expireInLedger(tx, effect, one, isConnected(), now());
    }
    return expired;
  });
  for (const { effect } of late) log.error({ ...described(effect), state: 'expired' }, 'An effect came too late');
}

function report(log: Log, { effect, attempt }: Claimed, { state, reason, dueAt }: Fate): void {
  const fields = { ...described(effect), attempt: attempt.number, state, reason, dueAt: dueAt?.toString() };
  if (state === 'delivered') log.info(fields, 'An effect was carried out');
  else if (state === 'failed' || state === 'expired') log.error(fields, 'An effect was given up');
  else if (state === 'pending' && reason === undefined) log.debug(fields, 'A part of a job is done');
  else log.warn(fields, 'An effect was not carried out');
}

function described(effect: Effect): object {
  const { kind, ...about } = effect;
  if (!('member' in about)) return { effect: kind, ...about };
  const { member, ...more } = about;
  return { effect: kind, ...member, ...more };
}
