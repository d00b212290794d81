/** The roles that follow what members do: the file's, and one of its own for each certificate that the file gives none. */
import type { Community, CommunityRole } from './community.ts';
import type { Curriculum } from './curriculum.ts';

export function withCertificateRoles(community: Community, { certificates }: Curriculum): Community {
  const given = new Set(community.roles.flatMap(role => role.certificates));
  const own = [...certificates.values()]
    .filter(({ id }) => !given.has(id))
    .map(({ id, title }): CommunityRole => {
      return { key: id, name: title, hoist: false, mentionable: false, paths: [], certificates: [id] };
    });
  return { ...community, roles: [...community.roles, ...own] };
}

/** Whether leaving or choosing the path may take or bring a role. */
export function bringsRole({ roles }: Community, pathId: string): boolean {
  return roles.some(({ paths }) => paths.includes(pathId));
}
