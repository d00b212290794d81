/** Whether Discord would let Cairn give or take a role, decided before anything is asked of Discord. */
import { holds } from './permissions.ts';
import type { OrganiserProblem } from './problem.ts';
import { type RoleUse, whyUnsafe } from './role-safety.ts';
import { isAbove, type ServerRole } from './server.ts';

export interface BotFacts {
  /** Also the id of the role @everyone. */
  readonly serverId: string;
  /** On the server as a whole, from all its roles. */
  readonly permissions: bigint;
  readonly highest: ServerRole;
}

/** Asked at every grant, since anybody may have changed the role meanwhile. */
export function obstacleToGive(bot: BotFacts, role: ServerRole, use: RoleUse): OrganiserProblem | undefined {
  const unsafe = whyUnsafe(role, { id: bot.serverId }, use);
  return unsafe ? { kind: 'role-unsafe', roleId: role.id, why: unsafe } : obstacleToTake(bot, role);
}

export function obstacleToTake({ permissions, highest }: BotFacts, role: ServerRole): OrganiserProblem | undefined {
  if (!holds(permissions, 'ManageRoles')) return { kind: 'permission-missing', permission: 'ManageRoles' };
  return isAbove(highest, role) ? undefined : { kind: 'role-too-high', roleId: role.id, botRoleId: highest.id };
}
