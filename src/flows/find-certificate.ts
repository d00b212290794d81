/** Certificates that were issued: by id for whoever has that, by member for the community. */
import { isCertificateId } from '../credentials/addresses.ts';
import type { IssuedCertificate } from '../domain/issued-certificate.ts';
import type { PublishedCertificate } from '../domain/issuing.ts';
import type { Member } from '../domain/member.ts';
import { fold } from '../domain/search.ts';
import { findIssued, findIssuedById, issuedTo } from '../store/issued-certificates.ts';
import { publishedOf } from './certificate-facts.ts';
import type { FlowContext } from './context.ts';

export async function findPublished(context: FlowContext, id: string): Promise<PublishedCertificate | undefined> {
  const issued = isCertificateId(id) ? await findIssuedById(context.db, id) : undefined;
  return issued && publishedOf(context, issued);
}

/** The one a member has, for whoever saw it announced. */
export async function publishedOfMember(
  context: FlowContext,
  member: Member,
  certificateId: string,
): Promise<PublishedCertificate | undefined> {
  const issued = await findIssued(context.db, member, certificateId);
  return issued && publishedOf(context, issued);
}

/** A member's certificates that can be shared and match what is being typed. */
export async function suggestIssued(
  { db }: FlowContext,
  member: Member,
  typed: string,
): Promise<readonly IssuedCertificate[]> {
  const issued = (await issuedTo(db, member)).filter(({ revoked }) => !revoked);
  return issued.filter(({ title }) => fold(title).includes(fold(typed)));
}
