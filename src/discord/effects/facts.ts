/** Roles as Discord describes them, whether in the cache or in an answer, reduced to what decisions need. */
import { type APIRole, type Guild, type Role, RoleFlags } from 'discord.js';
import type { BotFacts, RoleFacts } from './hierarchy.ts';

export function roleFacts(role: Role | APIRole): RoleFacts {
  const { id, name, position, managed } = role;
  const permissions = BigInt(typeof role.permissions === 'string' ? role.permissions : role.permissions.bitfield);
  const flags = typeof role.flags === 'number' ? role.flags : role.flags.bitfield;
  return {
    id,
    name,
    position,
    permissions,
    managed: managed || hasTags(role),
    inPrompt: (flags & RoleFlags.InPrompt) !== 0,
  };
}

/** Roles with tags belong to a bot, an integration, boosters or a linked account. */
function hasTags({ tags }: Role | APIRole): boolean {
  return tags !== null && tags !== undefined && Object.keys(tags).length > 0;
}

/** From the cache: Discord keeps the bot's own member and all roles current without any privileged intent. */
export function botFacts(guild: Guild): BotFacts | undefined {
  const { me } = guild.members;
  if (!me) return undefined;
  return { permissions: me.permissions.bitfield, highest: roleFacts(me.roles.highest) };
}

/** The same from fresh answers, for when Discord disagrees with the cache. */
export function freshBotFacts(
  guildId: string,
  ownRoleIds: readonly string[],
  roles: readonly APIRole[],
): BotFacts | undefined {
  const own = roles.filter(({ id }) => id === guildId || ownRoleIds.includes(id)).map(roleFacts);
  const [highest] = own.toSorted((a, b) => b.position - a.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  if (!highest) return undefined;
  return { highest, permissions: own.reduce((all, { permissions }) => all | permissions, 0n) };
}
