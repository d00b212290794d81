/** A member puts off the reminder that came by direct message. */
import { isRestFrom } from '../../domain/groups/resting.ts';
import { type SnoozeOutcome, snoozedPing } from '../../domain/groups/snoozing.ts';
import { inTransaction } from '../../store/database.ts';
import { comersTo } from '../../store/groups/answers.ts';
import { findPing } from '../../store/groups/ping-ledger.ts';
import { planPing } from '../../store/groups/pings.ts';
import { lockMember } from '../../store/lock.ts';
import type { Asker, FlowContext } from '../context.ts';
import { findSession } from './find-session.ts';

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
    const comers = (await comersTo(tx, guildId, groupKey, planned)).get(planned) ?? [];
    const comer = comers.find(one => one.userId === userId);
    const ping = snoozedPing(session, userId, put, now());
    if (!comer || isRestFrom(comer.rests ?? [], session, ping === 'too-long' ? now() : ping.dueAt))
      return { kind: 'not-coming', ...of };
    if (ping === 'too-long') return { kind: 'too-long', ...of };
    if (await planPing(tx, guildId, ping, now())) return { kind: 'snoozed', at: ping.dueAt, ...of };
    const known = await findPing(tx, guildId, ping);
    return { kind: 'already', at: known?.dueAt ?? ping.dueAt, ...of };
  });
  if (outcome.kind === 'snoozed') wake();
  return outcome;
}
