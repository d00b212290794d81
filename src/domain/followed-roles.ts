/** The roles that follow what members do: the file's, and one of its own for each certificate and each proposed group. */
import type { Community, CommunityRole } from './community.ts';
import type { Curriculum } from './curriculum.ts';
import { type GroupDefinition, roleOfProposed } from './groups/group.ts';

export function withCertificateRoles(community: Community, { certificates }: Curriculum): Community {
  const given = new Set(community.roles.flatMap(role => role.certificates));
  const own = [...certificates.values()]
    .filter(({ id }) => !given.has(id))
    .map(({ id, title }): CommunityRole => {
      return { key: id, name: title, hoist: false, mentionable: false, paths: [], certificates: [id] };
    });
  return { ...community, roles: [...community.roles, ...own] };
}

/** What became of a group on a server. */
export interface GroupState {
  readonly key: string;
  readonly state: 'proposed' | 'running' | 'declined' | 'ended';
  /** Absent: the file has it. */
  readonly definition?: Pick<GroupDefinition, 'title'>;
}

/** With the groups that bring each role. The role of one that has ended is followed as well, and wanted for nobody. */
export function withGroupRoles(community: Community, states: readonly GroupState[]): Community {
  const ended = new Set(states.filter(({ state }) => state === 'ended').map(({ key }) => key));
  const { studyGroups } = community;
  const roles = community.roles.map((role): CommunityRole => {
    const own = studyGroups.filter(group => group.role === role.key).map(({ key }) => key);
    return own.length > 0 ? { ...role, groups: own.filter(key => !ended.has(key)) } : role;
  });
  const proposed = states.flatMap(({ key, state, definition }): readonly CommunityRole[] => {
    if (!definition || (state !== 'running' && state !== 'ended')) return [];
    const role = { key: roleOfProposed(key), name: definition.title, hoist: false, mentionable: true };
    return [{ ...role, paths: [], certificates: [], groups: ended.has(key) ? [] : [key], isOfProposal: true }];
  });
  return { ...community, roles: [...roles, ...proposed] };
}

/** Whether Cairn gives and takes it by itself. */
export function isFollowed({ paths, certificates, groups }: CommunityRole): boolean {
  return paths.length + certificates.length > 0 || groups !== undefined;
}

/** Where no setup has run, certificates have their roles all the same; and a proposed group has nowhere else to get its. */
export function isMadeAtNeed({ certificates, isOfProposal }: CommunityRole): boolean {
  return certificates.length > 0 || isOfProposal === true;
}

/** Whether leaving or choosing the path may take or bring a role. */
export function bringsRole({ roles }: Community, pathId: string): boolean {
  return roles.some(({ paths }) => paths.includes(pathId));
}
