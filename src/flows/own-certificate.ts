/** A member looks at a certificate of their own, or takes its signed file along. */

import { effectKey } from '../domain/effect.ts';
import type { IssuedCertificate } from '../domain/issued-certificate.ts';
import type { ClaimOutcome, OpenOutcome, OwnCertificate, SignedFileOutcome } from '../domain/issuing.ts';
import type { Member } from '../domain/member.ts';
import { findIssued } from '../store/issued-certificates.ts';
import { loadLearner } from '../store/learner.ts';
import { findNameDraft } from '../store/name-drafts.ts';
import { findDelivery } from '../store/outbox.ts';
import { publishedOf } from './certificate-facts.ts';
import { drawCertificate, signCertificate } from './certificate-files.ts';
import type { FlowContext } from './context.ts';

export async function ownCertificate(context: FlowContext, issued: IssuedCertificate): Promise<OwnCertificate> {
  const { member, certificateId } = issued;
  const announcement = await findDelivery(
    context.db,
    effectKey({ kind: 'announce-certificate', member, certificateId }),
  );
  return {
    published: publishedOf(context, issued),
    picture: await drawCertificate(context, issued),
    ...(announcement && { announcement: announcement.state }),
  };
}

export async function openCertificate(
  context: FlowContext,
  member: Member,
  certificateId: string,
): Promise<OpenOutcome> {
  const found = await inForce(context, member, certificateId);
  return found.kind === 'in-force' ? { kind: 'open', own: await ownCertificate(context, found.issued) } : found;
}

export async function signedFile(
  context: FlowContext,
  member: Member,
  certificateId: string,
): Promise<SignedFileOutcome> {
  const found = await inForce(context, member, certificateId);
  if (found.kind !== 'in-force') return found;
  const { issued } = found;
  return { kind: 'signed', published: publishedOf(context, issued), jwt: await signCertificate(context, issued) };
}

/** What to ask before it is issued, or before its name is corrected. */
export async function claimCertificate(
  context: FlowContext,
  member: Member,
  certificateId: string,
): Promise<ClaimOutcome> {
  const found = await inForce(context, member, certificateId);
  if (found.kind === 'not-earned' || found.kind === 'revoked') return found;
  const { guildId, userId } = member;
  const draft = await findNameDraft(context.db, member, certificateId);
  const announcement = { kind: 'announce-certificate', member: { guildId, userId }, certificateId } as const;
  const isAsked = (await findDelivery(context.db, effectKey(announcement))) !== undefined;
  const isIssued = found.kind === 'in-force';
  const name = draft?.name ?? (isIssued ? found.issued.name : undefined);
  return {
    kind: 'asks',
    certificateId,
    title: isIssued ? found.issued.title : found.certificate.title,
    isIssued,
    ...(name !== undefined && { name }),
    ...(!isAsked && { announce: draft?.announce ?? false }),
  };
}

type Found =
  | { readonly kind: 'in-force'; readonly issued: IssuedCertificate }
  | Extract<OpenOutcome, { kind: 'not-issued' | 'revoked' | 'not-earned' }>;

/** The member's certificate, as far as there is anything to do with it. */
export async function inForce(context: FlowContext, member: Member, certificateId: string): Promise<Found> {
  const { db, curriculum } = context;
  const issued = await findIssued(db, member, certificateId);
  if (issued?.revoked) return { kind: 'revoked', published: publishedOf(context, issued) };
  if (issued) return { kind: 'in-force', issued };
  const earned = (await loadLearner(db, member)).certificates.get(certificateId);
  const certificate = curriculum.certificates.get(certificateId);
  return earned && certificate ? { kind: 'not-issued', certificate } : { kind: 'not-earned' };
}
