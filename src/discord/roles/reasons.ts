/** Why a role is given or taken, for the server's audit log. */
import type { CommunityRole } from '../../domain/community.ts';
import type { Curriculum } from '../../domain/curriculum.ts';
import type { Learner } from '../../domain/learner.ts';
import type { RoleStep } from '../../domain/wanted-roles.ts';

export function reasonFor(
  { kind }: RoleStep,
  { name, paths, certificates, groups = [] }: CommunityRole,
  { enrolments, certificates: earned, groups: joined }: Learner,
  curriculum: Curriculum,
): string {
  const certificate = certificates.find(id => earned.has(id));
  const title = certificate && (curriculum.certificates.get(certificate)?.title ?? certificate);
  if (kind === 'take' && title) return `The certificate ${title} was revoked`;
  if (kind === 'take') return paths.length > 0 ? 'Left the path' : `Left the group of ${name}, or it has ended`;
  if (title) return `Earned the certificate ${title}`;
  if (groups.some(key => joined.includes(key))) return `Joined the group of ${name}`;
  const on = enrolments.find(({ pathId }) => paths.includes(pathId))?.pathId;
  return `Is on the path ${(on && curriculum.paths.get(on)?.title) ?? on}`;
}
