/** Roles as the page shows them, and which of them this member may hand out. */
import type { Guild, Member } from '../../discord/index.ts';

export interface PageRole {
  readonly id: string;
  readonly name: string;
  readonly color: number;
  readonly hoist: boolean;
  /** Belongs to a bot or an integration; nobody is given it. */
  readonly managed: boolean;
  readonly position: number;
  /** This member may give it to others, and take it away. */
  readonly mayGive: boolean;
}

const manageRoles = 1n << 28n;

/** Highest first. */
export function rolesOf(me: Member): readonly PageRole[] {
  const { guild } = me;
  const reach = reachOf(guild, me);
  return guild.roles
    .filter(({ id }) => id !== guild.everyone.id)
    .map(({ id, name, color, managed, position, json }) => {
      return { id, name, color, hoist: json.hoist, managed, position, mayGive: !managed && position < reach };
    });
}

/** Roles below this are theirs to give: those below their own highest one. */
function reachOf(guild: Guild, me: Member): number {
  if (me.id === guild.owner.id) return Number.POSITIVE_INFINITY;
  if ((guild.permissionsOf(me) & manageRoles) === 0n) return 0;
  return Math.max(0, ...me.roles.map(({ position }) => position));
}
