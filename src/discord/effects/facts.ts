/** Roles as Discord describes them, whether in the cache or in an answer, reduced to what decisions need. */
import { type APIRole, type Guild, PermissionFlagsBits, type Role, RoleFlags } from 'discord.js';
import type { BotFacts } from '../../domain/role-obstacle.ts';
import type { ServerRole } from '../../domain/server.ts';

export function roleFacts(role: Role | APIRole): ServerRole {
  const { id, name, managed, hoist, mentionable } = role;
  const flags = typeof role.flags === 'number' ? role.flags : role.flags.bitfield;
  const belongsTo = ownerOf(role);
  const emoji = 'unicodeEmoji' in role ? role.unicodeEmoji : role.unicode_emoji;
  return {
    id,
    name,
    position: 'rawPosition' in role ? role.rawPosition : role.position,
    permissions: BigInt(typeof role.permissions === 'string' ? role.permissions : role.permissions.bitfield),
    managed,
    ...(belongsTo ? { belongsTo } : {}),
    inPrompt: (flags & RoleFlags.InPrompt) !== 0,
    colour: 'primaryColor' in role.colors ? role.colors.primaryColor : role.colors.primary_color,
    hoist,
    mentionable,
    ...(emoji ? { emoji } : {}),
  };
}

/** To whom its tags say that it belongs. discord.js has them camelled, and the empty ones as true. */
function ownerOf({ tags }: Role | APIRole): ServerRole['belongsTo'] {
  const names = Object.keys(tags ?? {}).map(name => name.replaceAll('_', '').toLowerCase());
  if (names.includes('botid')) return 'bot';
  if (names.includes('premiumsubscriberrole') || names.includes('premiumsubscriber')) return 'boosters';
  if (names.includes('subscriptionlistingid') || names.includes('availableforpurchase')) return 'subscription';
  if (names.includes('guildconnections')) return 'linked-account';
  return names.length > 0 ? 'integration' : undefined;
}

/** From the cache: Discord keeps the bot's own member and all roles current without any privileged intent. */
export function botFacts(guild: Guild): BotFacts | undefined {
  const { me } = guild.members;
  if (!me) return undefined;
  return { serverId: guild.id, permissions: me.permissions.bitfield, highest: roleFacts(me.roles.highest) };
}

/** The same from fresh answers, for when Discord disagrees with the cache. */
export function freshBotFacts(
  serverId: string,
  ownRoleIds: readonly string[],
  roles: readonly APIRole[],
): BotFacts | undefined {
  const own = roles.filter(({ id }) => id === serverId || ownRoleIds.includes(id)).map(roleFacts);
  const [highest] = own.toSorted((a, b) => b.position - a.position || (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  if (!highest) return undefined;
  return { serverId, highest, permissions: own.reduce((all, { permissions }) => all | permissions, 0n) };
}

/** Administrator brings every permission, but no place in the hierarchy. */
export function allows(permissions: bigint, permission: bigint): boolean {
  return (permissions & (permission | PermissionFlagsBits.Administrator)) !== 0n;
}
