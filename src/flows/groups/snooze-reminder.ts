/** A member puts off a reminder: it comes again for them alone, and is promised only where it will. */
import type { Ping } from '../../domain/groups/ping.ts';
import { isRestFrom } from '../../domain/groups/resting.ts';
import { onceMore, type SnoozeOutcome, snoozedPing } from '../../domain/groups/snoozing.ts';
import { type Db, inTransaction } from '../../store/database.ts';
import { comersTo } from '../../store/groups/answers.ts';
import { findPing } from '../../store/groups/ping-ledger.ts';
import { planPing } from '../../store/groups/pings.ts';
import { lockMember } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { findSession } from './find-session.ts';
import { pingRules } from './ping-rules.ts';

export async function snoozeReminder(
  context: FlowContext,
  asker: Asker,
  groupKey: string,
  planned: string,
  put: { readonly minutes: number; readonly times: number },
): Promise<SnoozeOutcome> {
  const { db, now, wake } = context;
  const { guildId, userId } = asker;
  const outcome = await inTransaction(db, async (tx): Promise<SnoozeOutcome> => {
    await lockMember(tx, asker);
    const found = await findSession(context, tx, guildId, groupKey, planned);
    if (!found) return { kind: 'unknown-group' };
    const { group, session, next } = found;
    if (!session) return { kind: 'unknown-session', group, ...(next ? { next } : {}) };
    const of = { group, session };
    if (session.off) return { kind: 'off', ...of };
    if (Temporal.Instant.compare(session.startsAt, now()) <= 0) return { kind: 'begun', ...of };
    if (!(await pingRules(tx, guildId)).reminder.on) return { kind: 'off-here', ...of };
    const comers = (await comersTo(tx, guildId, groupKey, planned)).get(planned) ?? [];
    const comer = comers.find(one => one.userId === userId);
    const ping = snoozedPing(session, userId, put, now());
    if (!comer || isRestFrom(comer.rests ?? [], session, ping === 'too-long' ? now() : ping.dueAt))
      return { kind: 'not-coming', ...of };
    if (comer.lead === undefined) return { kind: 'unwanted', ...of };
    if (ping === 'too-long') return { kind: 'too-long', ...of };
    return { ...(await planOnce(tx, guildId, ping, now())), where: comer.where, ...of };
  });
  if (outcome.kind === 'snoozed') wake();
  return outcome;
}

/** Pressed twice it comes once. After it came, the button of an older reminder puts it off anew. */
async function planOnce(
  tx: Db,
  guildId: string,
  ping: Ping,
  now: Temporal.Instant,
): Promise<{ readonly kind: 'snoozed' | 'already'; readonly at: Temporal.Instant }> {
  if (await planPing(tx, guildId, ping, now)) return { kind: 'snoozed', at: ping.dueAt };
  const known = await findPing(tx, guildId, ping);
  if (known?.state === 'due') return { kind: 'already', at: known.dueAt };
  return await planOnce(tx, guildId, onceMore(ping), now);
}
