/** What being on a path brings with it: certificates that waited for it, and roles. In the transaction that enrols. */
import { newlyEarned, withCertificates } from '../domain/certification.ts';
import type { Path } from '../domain/curriculum.ts';
import { bringsRole } from '../domain/followed-roles.ts';
import type { EarnedCertificate, Enrolment, Learner } from '../domain/learner.ts';
import type { Member } from '../domain/member.ts';
import { saveCertificates } from '../store/certificates.ts';
import type { Db } from '../store/database.ts';
import type { FlowContext } from './context.ts';
import { followRoles } from './follow-roles.ts';

export interface TakenUp {
  /** False where the member was on it already, or a later interaction has decided otherwise. */
  readonly isNew: boolean;
  readonly learner: Learner;
  readonly certificates: readonly EarnedCertificate[];
  readonly rolesFollow: boolean;
}

type Context = Pick<FlowContext, 'curriculum' | 'community' | 'now'>;

interface TakingUp {
  readonly member: Member;
  readonly path: Path;
  /** As the member stands before. */
  readonly learner: Learner;
  /** Of an interaction, or another name that comes but once. */
  readonly because: string;
  readonly enrol: (enrolment: Enrolment) => Promise<boolean>;
}

export async function takeUp(tx: Db, { curriculum, community, now }: Context, taking: TakingUp): Promise<TakenUp> {
  const { member, path, learner, because, enrol } = taking;
  const enrolment = { pathId: path.id, since: now() };
  const isNew = await enrol(enrolment);
  const enrolled = isNew ? { ...learner, enrolments: [...learner.enrolments, enrolment] } : learner;
  const certificates = newlyEarned(curriculum, enrolled, now());
  await saveCertificates(tx, member, certificates);
  const rolesFollow = (isNew && bringsRole(community, path.id)) || certificates.length > 0;
  if (rolesFollow) await followRoles(tx, member, because, now());
  return { isNew, learner: withCertificates(enrolled, certificates), certificates, rolesFollow };
}
