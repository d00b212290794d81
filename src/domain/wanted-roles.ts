/** Which of the community's roles a member should have, and what to do about the difference, one role at a time. */
import type { Community, CommunityRole } from './community.ts';
import type { Curriculum, Path } from './curriculum.ts';
import { isFollowed } from './followed-roles.ts';
import type { EarnedCertificate, Learner } from './learner.ts';

export interface HeldRoles {
  /** Ids of the roles the member has on the server, whoever gave them. */
  readonly held: ReadonlySet<string>;
  /**
   * Keys of the roles that Cairn gave the member, or took note of when it found them wanted and held. Only these does it
   * ever take; it forgets one when it has taken it.
   */
  readonly noted: ReadonlySet<string>;
  /** The id of a role of ours, if it is on the server. */
  readonly idOf: (key: string) => string | undefined;
}

/** One request to Discord, one role: nothing that others gave in between is overwritten. */
export interface RoleStep {
  readonly kind: 'give' | 'take';
  readonly key: string;
  readonly roleId: string;
}

export interface RoleDifference {
  readonly steps: readonly RoleStep[];
  /** Keys of the roles held as wanted, and not noted yet. */
  readonly toNote: readonly string[];
  /** Keys of noted roles that are neither wanted nor held: somebody has taken them already. */
  readonly toForget: readonly string[];
  /** Held without being on the path, and not by Cairn's doing: the member picked it. It stays until it is answered. */
  readonly wishes: readonly CommunityRole[];
  /** Roles of certificates held without one, and not by Cairn's doing. They stay: an organiser gave them. */
  readonly unearned: readonly CommunityRole[];
}

type Standing = Pick<Learner, 'enrolments' | 'certificates' | 'groups'>;

const isInForce = (earned: EarnedCertificate | undefined) => earned !== undefined && !earned.revoked;

/** Those that paths, certificates and groups bring. Of others, which are given by hand, nothing is said here. */
export function wantedKeys({ roles }: Community, { enrolments, certificates, groups }: Standing): ReadonlySet<string> {
  const on = new Set(enrolments.map(({ pathId }) => pathId));
  const isWanted = (role: CommunityRole) =>
    role.paths.some(path => on.has(path)) ||
    role.certificates.some(id => isInForce(certificates.get(id))) ||
    role.groups?.some(key => groups.includes(key));
  return new Set(roles.filter(isWanted).map(({ key }) => key));
}

export function roleDifference(community: Community, standing: Standing, member: HeldRoles): RoleDifference {
  const { held, noted, idOf } = member;
  const wanted = wantedKeys(community, standing);
  const states = community.roles.filter(isFollowed).flatMap(role => {
    const roleId = idOf(role.key);
    const { key } = role;
    // What is not on the server can be neither given nor taken.
    if (roleId === undefined) return [];
    return [{ role, key, roleId, isHeld: held.has(roleId), isWanted: wanted.has(key), isNoted: noted.has(key) }];
  });
  const strays = states.filter(({ isHeld, isWanted, isNoted }) => isHeld && !isWanted && !isNoted);
  return {
    steps: states.flatMap(({ key, roleId, isHeld, isWanted, isNoted }): readonly RoleStep[] => {
      if (isWanted && !isHeld) return [{ kind: 'give', key, roleId }];
      return !isWanted && isHeld && isNoted ? [{ kind: 'take', key, roleId }] : [];
    }),
    toNote: states.filter(({ isHeld, isWanted, isNoted }) => isHeld && isWanted && !isNoted).map(({ key }) => key),
    toForget: states.filter(({ isHeld, isWanted, isNoted }) => !isHeld && !isWanted && isNoted).map(({ key }) => key),
    wishes: strays.filter(({ role }) => role.paths.length > 0).map(({ role }) => role),
    unearned: strays.filter(({ role }) => role.certificates.length > 0).map(({ role }) => role),
  };
}

/**
 * The path that whoever picked the role wants to be on: the only full one among the role's paths, or the only path.
 * undefined: there are several, and the member has to be asked.
 */
export function wishedPath({ paths }: CommunityRole, curriculum: Curriculum): Path | undefined {
  const known = paths.flatMap(id => curriculum.paths.get(id) ?? []);
  const full = known.filter(({ variantOf }) => variantOf === undefined || !paths.includes(variantOf));
  return full.length === 1 ? full[0] : undefined;
}
