/** Whether Discord would let the bot give a role, decided from plain facts before anything is asked of Discord. */
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { OrganiserProblem } from '../../domain/problem.ts';

export interface RoleFacts {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly permissions: bigint;
  /** Belongs to an integration, to boosters, to a linked account: nobody can give it. */
  readonly managed: boolean;
  /** Members can pick it themselves in the server's onboarding. */
  readonly inPrompt: boolean;
}

export interface BotFacts {
  /** On the server as a whole, from all its roles. */
  readonly permissions: bigint;
  readonly highest: RoleFacts;
}

/** What moderates, manages or shouts: no certificate brings any of it. */
const elevated =
  PermissionFlagsBits.Administrator |
  PermissionFlagsBits.KickMembers |
  PermissionFlagsBits.BanMembers |
  PermissionFlagsBits.ModerateMembers |
  PermissionFlagsBits.ManageChannels |
  PermissionFlagsBits.ManageGuild |
  PermissionFlagsBits.ManageMessages |
  PermissionFlagsBits.ManageNicknames |
  PermissionFlagsBits.ManageRoles |
  PermissionFlagsBits.ManageWebhooks |
  PermissionFlagsBits.ManageGuildExpressions |
  PermissionFlagsBits.ManageEvents |
  PermissionFlagsBits.ManageThreads |
  PermissionFlagsBits.MentionEveryone |
  PermissionFlagsBits.MuteMembers |
  PermissionFlagsBits.DeafenMembers |
  PermissionFlagsBits.MoveMembers |
  PermissionFlagsBits.ViewAuditLog;

/** What stands in the way of giving the role; asked at every grant, since anybody may have changed it meanwhile. */
export function obstacleToGrant(bot: BotFacts, role: RoleFacts): OrganiserProblem | undefined {
  const unsafe = whyUnsafe(role);
  if (unsafe) return { kind: 'role-unsafe', roleId: role.id, why: unsafe };
  if (!allows(bot.permissions, PermissionFlagsBits.ManageRoles)) {
    return { kind: 'permission-missing', permission: 'ManageRoles' };
  }
  if (!isAbove(bot.highest, role)) return { kind: 'role-too-high', roleId: role.id, botRoleId: bot.highest.id };
  return undefined;
}

/** Administrator brings every permission, but no place in the hierarchy. */
export function allows(permissions: bigint, permission: bigint): boolean {
  return (permissions & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}

/** Roles at one position are ordered by id, the older above. */
function isAbove(upper: RoleFacts, lower: RoleFacts): boolean {
  if (upper.position !== lower.position) return upper.position > lower.position;
  return BigInt(upper.id) < BigInt(lower.id);
}

function whyUnsafe({
  managed,
  inPrompt,
  permissions,
}: RoleFacts): 'managed' | 'self-assignable' | 'elevated' | undefined {
  if (managed) return 'managed';
  if (inPrompt) return 'self-assignable';
  return (permissions & elevated) === 0n ? undefined : 'elevated';
}
