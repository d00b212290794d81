/** A member's certificates, how near the others are, and what became of their roles and announcements. */

import type { CertificateStanding } from '../domain/certification.ts';
import { effectKey } from '../domain/effect.ts';
import type { CertificateView } from '../domain/issuing.ts';
import type { Member } from '../domain/member.ts';
import { certificateStandings } from '../domain/overview.ts';
import { findIssued } from '../store/issued-certificates.ts';
import { loadLearner } from '../store/learner.ts';
import { findDelivery } from '../store/outbox.ts';
import { latestSync } from '../store/role-syncs.ts';
import type { FlowContext } from './context.ts';
import { hasRole } from './has-role.ts';

/** Whose, and the roles they have now. */
interface Holder extends Member {
  readonly roleIds: readonly string[];
}

export async function showCertificates(context: FlowContext, member: Holder): Promise<readonly CertificateView[]> {
  const { db, curriculum } = context;
  const standings = certificateStandings(curriculum, await loadLearner(db, member));
  return await Promise.all(standings.map(view => (view.earned ? withDeliveries(context, member, view) : view)));
}

async function withDeliveries(
  context: FlowContext,
  holder: Holder,
  view: CertificateStanding,
): Promise<CertificateView> {
  const { db } = context;
  const certificateId = view.certificate.id;
  const { guildId, userId } = holder;
  const member = { guildId, userId };
  const hasIt = await hasRole(context, guildId, certificateId, holder.roleIds);
  const role = hasIt ? 'delivered' : await latestSync(db, member);
  const announcement = await findDelivery(db, effectKey({ kind: 'announce-certificate', member, certificateId }));
  const issued = await findIssued(db, holder, certificateId);
  return {
    ...view,
    // Done and not held: somebody has taken it, and the next sweep gives it back.
    ...(role && (hasIt || role !== 'delivered') ? { role } : {}),
    ...(announcement ? { announcement: announcement.state } : {}),
    ...(issued ? { issued } : {}),
  };
}
