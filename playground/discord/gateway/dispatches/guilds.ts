/** Guilds and roles. What a bot is told of a guild it comes into depends on the session: see ../greeting.ts. */
import { guildJson } from '../../serial/guild.ts';
import { roleJson } from '../../serial/role.ts';
import type { RoleRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import { type DispatchesOf, inGuild, onlyFor } from './dispatch.ts';

export const guildDispatches: DispatchesOf<
  'guild-changed' | 'bot-removed' | 'role-created' | 'role-changed' | 'role-deleted'
> = {
  'guild-changed': (world, { guild }) => inGuild(world, 'GUILD_UPDATE', guild.id, () => guildJson(guild)),
  'bot-removed': (world, { guild, botId }) =>
    onlyFor(
      botId,
      inGuild(world, 'GUILD_DELETE', guild.id, () => ({ id: guild.id })),
    ),
  'role-created': (world, { role }) => withRole(world, 'GUILD_ROLE_CREATE', role),
  'role-changed': (world, { role }) => withRole(world, 'GUILD_ROLE_UPDATE', role),
  'role-deleted': (world, { role: { guildId, id } }) =>
    inGuild(world, 'GUILD_ROLE_DELETE', guildId, () => ({ guild_id: guildId, role_id: id })),
};

const withRole = (world: World, event: string, role: RoleRecord) =>
  inGuild(world, event, role.guildId, () => ({ guild_id: role.guildId, role: roleJson(role) }));
