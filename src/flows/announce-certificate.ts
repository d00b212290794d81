/** A member asks for their certificate to be announced: once, however often they press. */
import { type AnnounceOutcome, askedBefore } from '../domain/announcing.ts';
import { type Effect, effectKey } from '../domain/effect.ts';
import { inTransaction } from '../store/database.ts';
import { findIssued } from '../store/issued-certificates.ts';
import { loadLearner } from '../store/learner.ts';
import { lockMember } from '../store/lock.ts';
import { enqueue, findDelivery } from '../store/outbox.ts';
import type { Asker, FlowContext } from './context.ts';

export async function announceCertificate(
  context: FlowContext,
  asker: Asker,
  certificateId: string,
): Promise<AnnounceOutcome> {
  const { db, curriculum, now, wake } = context;
  const certificate = curriculum.certificates.get(certificateId);
  if (!certificate) return { kind: 'not-earned' };
  const { guildId, userId } = asker;
  const effect: Effect = { kind: 'announce-certificate', member: { guildId, userId }, certificateId };

  const outcome = await inTransaction(db, async (tx): Promise<AnnounceOutcome> => {
    await lockMember(tx, asker);
    const earned = (await loadLearner(tx, asker)).certificates.get(certificateId);
    if (!earned) return { kind: 'not-earned' };
    if (earned.revoked) return { kind: 'revoked', certificate };
    if (!(await findIssued(tx, asker, certificateId))) return { kind: 'not-issued', certificate };
    const asked = await findDelivery(tx, effectKey(effect));
    if (asked) return { kind: askedBefore(asked.state), certificate };
    await enqueue(tx, [effect], now());
    return { kind: 'announcing', certificate };
  });
  if (outcome.kind === 'announcing') wake();
  return outcome;
}
