/** Anyone asks whether a certificate is genuine: by its number, its id, its page's address or its signed text. */
import { certificateIdIn } from '../credentials/addresses.ts';
import { verifyCredential } from '../credentials/verify.ts';
import { certificateReference } from '../domain/certificate-number.ts';
import type { IssuedCertificate } from '../domain/issued-certificate.ts';
import type { VerificationOutcome } from '../domain/issuing.ts';
import { findIssuedByBeginning, findIssuedById } from '../store/issued-certificates.ts';
import { publishedOf } from './certificate-facts.ts';
import { drawCertificate } from './certificate-files.ts';
import type { FlowContext } from './context.ts';

export async function verifyCertificate(context: FlowContext, asked: string): Promise<VerificationOutcome> {
  const reference = certificateReference(asked);
  if (!reference) return { kind: 'unreadable', asked };
  if (reference.kind === 'signed') return await verifySigned(context, reference.jwt);
  const issued =
    reference.kind === 'id'
      ? await findIssuedById(context.db, reference.id)
      : await findIssuedByBeginning(context.db, reference.beginning);
  return issued ? await found(context, issued) : { kind: 'unknown', asked };
}

async function found(context: FlowContext, issued: IssuedCertificate) {
  const published = publishedOf(context, issued);
  if (issued.revoked) return { kind: 'found' as const, published };
  return { kind: 'found' as const, published, picture: await drawCertificate(context, issued) };
}

/** The signature proves who issued it, the record says what it is worth today. */
async function verifySigned(context: FlowContext, jwt: string): Promise<VerificationOutcome> {
  const { db, keys, now } = context;
  const verified = await verifyCredential(jwt, { keys: (await keys()).published, now: now() });
  switch (verified.kind) {
    case 'malformed':
      return { kind: 'not-genuine', why: 'malformed', problem: verified.problem };
    case 'unknown-key':
    case 'wrong-signature':
      return { kind: 'not-genuine', why: verified.kind };
    case 'signed-after-retirement':
      return { kind: 'not-genuine', why: 'retired-key' };
  }
  const { id, credentialSubject } = verified.credential;
  const issued = await findIssuedById(db, certificateIdIn(id) ?? '');
  if (!issued) return { kind: 'not-on-record' };
  const signed = credentialSubject.identifier.find(({ identityType }) => identityType === 'name')?.identityHash;
  return {
    ...(await found(context, issued)),
    ...(signed !== undefined && signed !== issued.name && { signedName: signed }),
  };
}
