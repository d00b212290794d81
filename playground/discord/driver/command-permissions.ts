/** Server Settings → Integrations. */
import type { CommandPermissionRecord } from '../state/interactions/command-permission-record.ts';
import { allChannels, setCommandPermissions } from '../state/interactions/command-permissions.ts';
import type { GuildRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { CommandOverride, GuildCommandPermissions } from '../surface/command-permissions.ts';

export function guildCommandPermissions(world: World, guild: GuildRecord): GuildCommandPermissions {
  return {
    overrideCommand({ id }, overrides) {
      const application = [...world.applications.values()].find(one => one.id === id || one.commands.has(id));
      if (application === undefined) throw new Error(`there is no command and no application with the id ${id}`);
      const permissions = overrides.map(override => permissionOf(guild, override));
      setCommandPermissions(world, guild, application, id, permissions);
    },
  };
}

function permissionOf(guild: GuildRecord, override: CommandOverride): CommandPermissionRecord {
  const permission = override.allow;
  if (override.for === 'all channels') return { id: allChannels(guild), type: 3, permission };
  const { id } = override.for;
  if (guild.roles.has(id)) return { id, type: 1, permission };
  if (guild.channels.has(id)) return { id, type: 3, permission };
  if (guild.members.has(id)) return { id, type: 2, permission };
  throw new Error(`${guild.name} has no role, member or channel with the id ${id}`);
}
