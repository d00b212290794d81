/** Which roles of a server Cairn must not give, and why. */
import { holds, isElevated } from './permissions.ts';
import { isAbove, type Server, type ServerRole } from './server.ts';

/** What a role says about those who hold it. Only a certificate's must be out of members' own reach. */
export type RoleUse = 'path' | 'certificate' | 'other';

export type UnsafeRole =
  | 'everyone'
  | 'managed'
  | NonNullable<ServerRole['belongsTo']>
  /** It moderates, manages or mentions everyone. */
  | 'elevated'
  /** Members can pick it when they join. */
  | 'self-assignable';

/** Who asks for a role to be used. */
export interface Asker {
  readonly isOwner: boolean;
  readonly permissions: bigint;
  readonly highestRoleId: string;
}

export type RoleRefusal = UnsafeRole | 'above-cairn' | 'asker-lacks-manage-roles' | 'above-asker';

export function whyUnsafe(role: ServerRole, server: Pick<Server, 'id'>, use: RoleUse): UnsafeRole | undefined {
  if (role.id === server.id) return 'everyone';
  if (role.belongsTo) return role.belongsTo;
  if (role.managed) return 'managed';
  if (isElevated(role.permissions)) return 'elevated';
  return role.inPrompt && use === 'certificate' ? 'self-assignable' : undefined;
}

/** Nobody may reach through Cairn what they could not give with their own hands. */
export function whyNotGiven(role: ServerRole, server: Server, use: RoleUse, asker: Asker): RoleRefusal | undefined {
  const unsafe = whyUnsafe(role, server, use);
  if (unsafe) return unsafe;
  const roleOf = (id: string) => server.roles.find(one => one.id === id);
  if (!isAbove(roleOf(server.bot.highestRoleId), role)) return 'above-cairn';
  if (asker.isOwner) return undefined;
  if (!holds(asker.permissions, 'ManageRoles')) return 'asker-lacks-manage-roles';
  return isAbove(roleOf(asker.highestRoleId), role) ? undefined : 'above-asker';
}
