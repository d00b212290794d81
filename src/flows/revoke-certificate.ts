/** An organiser revokes a certificate: its page stays and says so, its bit in the status list is set. */
import { certificateNumber, certificateReference } from '../domain/certificate-number.ts';
import type { IssuedCertificate, RevocationReason } from '../domain/issued-certificate.ts';
import type { RevokeOutcome } from '../domain/issuing.ts';
import { recordAudit } from '../store/audit.ts';
import { type Db, inTransaction } from '../store/database.ts';
import { findIssuedByBeginning, findIssuedById } from '../store/issued-certificates.ts';
import { lockMember } from '../store/lock.ts';
import { revoke } from '../store/revocations.ts';
import { publishedOf } from './certificate-facts.ts';
import type { Asker, FlowContext } from './context.ts';
import { followRoles } from './follow-roles.ts';

/** Shows which one it is, before anything is done. */
export async function findToRevoke(
  context: FlowContext,
  { guildId }: Pick<Asker, 'guildId'>,
  asked: string,
): Promise<RevokeOutcome> {
  const issued = await findOn(context.db, guildId, asked);
  if (!issued) return { kind: 'unknown', asked };
  return { kind: issued.revoked ? 'already-revoked' : 'to-confirm', published: publishedOf(context, issued) };
}

export async function revokeCertificate(
  context: FlowContext,
  asker: Asker,
  asked: string,
  why: RevocationReason,
): Promise<RevokeOutcome> {
  const { db, now, wake } = context;
  const outcome = await inTransaction(db, async (tx): Promise<RevokeOutcome> => {
    const issued = await findOn(tx, asker.guildId, asked);
    if (!issued) return { kind: 'unknown', asked };
    await lockMember(tx, issued.member);
    const isNew = await revoke(tx, issued.member, issued.certificateId, why, now());
    if (isNew) {
      const subject = `${issued.title}, No. ${certificateNumber(issued.id)}`;
      const entry = { action: 'certificate-revoked', subject, before: 'in force', after: why } as const;
      await recordAudit(tx, asker, entry, now());
      await followRoles(tx, issued.member, asker.interactionId, now());
    }
    const published = publishedOf(context, (await findIssuedById(tx, issued.id)) ?? issued);
    return { kind: isNew ? 'revoked' : 'already-revoked', published };
  });
  if (outcome.kind === 'revoked') wake();
  return outcome;
}

/** Organisers revoke what their own server has issued. */
async function findOn(db: Db, guildId: string, asked: string): Promise<IssuedCertificate | undefined> {
  const reference = certificateReference(asked);
  if (!reference || reference.kind === 'signed') return undefined;
  const issued =
    reference.kind === 'id'
      ? await findIssuedById(db, reference.id)
      : await findIssuedByBeginning(db, reference.beginning);
  return issued?.member.guildId === guildId ? issued : undefined;
}
