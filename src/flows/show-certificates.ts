/** A member's certificates, how near the others are, and what became of their roles and announcements. */
import type { CertificateView } from '../domain/announcing.ts';
import type { CertificateStanding } from '../domain/certification.ts';
import { effectKey } from '../domain/effect.ts';
import type { Member } from '../domain/member.ts';
import { certificateStandings } from '../domain/overview.ts';
import { loadLearner } from '../store/learner.ts';
import { findDelivery } from '../store/outbox.ts';
import type { FlowContext } from './context.ts';
import { hasRole } from './restore-roles.ts';

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
  { db }: FlowContext,
  holder: Holder,
  view: CertificateStanding,
): Promise<CertificateView> {
  const certificateId = view.certificate.id;
  const { guildId, userId } = holder;
  const member = { guildId, userId };
  const role = await findDelivery(db, effectKey({ kind: 'grant-role', member, certificateId }));
  const announcement = await findDelivery(db, effectKey({ kind: 'announce-certificate', member, certificateId }));
  const isMissing = role?.state === 'delivered' && !(await hasRole(db, guildId, certificateId, holder.roleIds));
  return {
    ...view,
    ...(role && !isMissing ? { role: role.state } : {}),
    ...(announcement ? { announcement: announcement.state } : {}),
  };
}
