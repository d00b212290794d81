/** Why a role is given or taken, for the server's audit log. */
import type { CommunityRole } from '../../domain/community.ts';
import type { Curriculum } from '../../domain/curriculum.ts';
import type { Learner } from '../../domain/learner.ts';
import type { RoleStep } from '../../domain/wanted-roles.ts';

export function reasonFor(
  { kind }: RoleStep,
  { paths, certificates }: CommunityRole,
  { enrolments, certificates: earned }: Learner,
  curriculum: Curriculum,
): string {
  const certificate = certificates.find(id => earned.has(id));
  const title = certificate && (curriculum.certificates.get(certificate)?.title ?? certificate);
  if (kind === 'take') return title ? `The certificate ${title} was revoked` : 'Left the path';
  if (title) return `Earned the certificate ${title}`;
  const on = enrolments.find(({ pathId }) => paths.includes(pathId))?.pathId;
  return `Is on the path ${(on && curriculum.paths.get(on)?.title) ?? on}`;
}
