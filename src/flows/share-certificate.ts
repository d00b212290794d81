/** A member posts a certificate of their own where they are. */

import type { ShareOutcome } from '../domain/issuing.ts';
import type { Member } from '../domain/member.ts';
import { issuedTo } from '../store/issued-certificates.ts';
import { publishedOf } from './certificate-facts.ts';
import type { FlowContext } from './context.ts';
import { inForce, ownCertificate } from './own-certificate.ts';

/** @param certificateId absent: the only one that is issued */
export async function shareCertificate(
  context: FlowContext,
  member: Member,
  certificateId?: string,
): Promise<ShareOutcome> {
  if (certificateId === undefined) {
    const issued = (await issuedTo(context.db, member)).filter(({ revoked }) => !revoked);
    const [only, ...others] = issued;
    if (only && others.length === 0) return await shareCertificate(context, member, only.certificateId);
    return { kind: 'which', issued };
  }
  const found = await inForce(context, member, certificateId);
  if (found.kind !== 'in-force') return found;
  const published = publishedOf(context, found.issued);
  if (context.publicUrl === undefined) return { kind: 'offline', published };
  const own = await ownCertificate(context, found.issued);
  return own.picture.kind === 'busy' ? { kind: 'busy', published } : { kind: 'shared', own };
}
