/** Going through members to set their roles right: which pass is due, and what it goes over. */
import type { Community } from './community.ts';
import { isFollowed } from './followed-roles.ts';
import type { OrganiserProblem } from './problem.ts';
import type { Known } from './setup-plan.ts';
import { roleBinding } from './wanted-server.ts';

export interface RolePass {
  /** Unique on the server: the same pass is made once, by however many processes. */
  readonly name: string;
  /** Absent: everybody known. */
  readonly changedSince?: Temporal.Instant;
  /** It waits where an organiser must repair something, so that nobody is passed over; else the next pass comes soon. */
  readonly waits: boolean;
}

/** What became of one that stopped. */
export interface RolePassEnd {
  readonly problem: OrganiserProblem;
}

/** Members changed lately are looked at so often. */
const quarter = 15;
const lately = Temporal.Duration.from({ hours: 24 });
/** Hours after midnight, UTC, when everybody is. */
const night = 3;

export function recentPass(now: Temporal.Instant): RolePass {
  const utc = now.toZonedDateTimeISO('UTC');
  const minute = Math.floor(utc.minute / quarter) * quarter;
  const slot = utc.toPlainDateTime().with({ minute, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  return {
    name: `recent/${slot.toString({ smallestUnit: 'minute' })}`,
    changedSince: now.subtract(lately),
    waits: false,
  };
}

/** A night that nobody was there for is made up for during the day. */
export function nightlyPass(now: Temporal.Instant): RolePass {
  return { name: `nightly/${now.subtract({ hours: night }).toString().slice(0, 10)}`, waits: false };
}

/** After something that concerns everybody. */
export function bulkPass(why: 'mapping' | 'recreated', now: Temporal.Instant): RolePass {
  return { name: `${why}/${now.toString({ smallestUnit: 'millisecond' })}`, waits: true };
}

/** What each role follows from, and which it is on the server. */
export type RoleMapping = Readonly<Record<string, RoleSource>>;

interface RoleSource {
  readonly paths: readonly string[];
  readonly certificates: readonly string[];
  readonly groups?: readonly string[];
  readonly isOfProposal?: true;
  readonly roleId?: string;
}

/** @param before what was lost on the server is remembered, so that one made in its place counts as another. */
export function mappingOf(
  { roles }: Community,
  known: ReadonlyMap<string, Known>,
  before: RoleMapping | undefined,
): RoleMapping {
  const entries = roles
    .filter(isFollowed)
    .map(({ key, paths, certificates, groups, isOfProposal }): [string, RoleSource] => {
      const one = known.get(roleBinding(key));
      const roleId = one?.state === 'bound' ? one.discordId : before?.[key]?.roleId;
      const byGroups = { ...(groups ? { groups } : {}), ...(isOfProposal ? { isOfProposal } : {}) };
      return [key, { paths, certificates, ...byGroups, ...(roleId === undefined ? {} : { roleId }) }];
    });
  return Object.fromEntries(entries);
}

/** Whether others than those who just did something may have to get or lose a role. */
export function concernsEverybody(before: RoleMapping | undefined, now: RoleMapping): boolean {
  if (!before) return Object.values(now).some(({ roleId }) => roleId !== undefined);
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].some(key => {
    const [old, own] = [before[key], now[key]];
    if (!own || !old) return own?.roleId !== undefined && comesWithSetup(own);
    if (own.roleId === undefined) return false;
    if (!isSame(old.paths, own.paths) || !isSame(old.certificates, own.certificates)) return true;
    if (!isSame(old.groups ?? [], own.groups ?? [])) return true;
    // Made for the first time, a certificate's is for who has just earned it.
    return old.roleId !== own.roleId && (old.roleId !== undefined || comesWithSetup(own));
  });
}

/** Others are made at the first need, for whoever needs them. */
function comesWithSetup({ paths, groups, isOfProposal }: RoleSource): boolean {
  return paths.length > 0 || (groups !== undefined && !isOfProposal);
}

function isSame(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
