/** Events of the coverage table: guilds, roles and what concerns all of them. */
import { type Area, partial, supported } from '../entry.ts';

export const guildsDispatches: Area = {
  name: 'Guilds, roles and what concerns all of them',
  entries: [
    partial('GUILD_CREATE', 'presences of others', 'gateway-members', 'with it: everybody, up to the large threshold'),
    supported('GUILD_UPDATE', 'guild-settings', 'a bot with Manage Guild changes them, and every bot is told'),
    supported(
      'GUILD_DELETE',
      'gateway-disturbance',
      'a client keeps the guild as unavailable, and has it back afterwards as it is by then',
    ),
    supported(
      'GUILD_ROLE_CREATE',
      'journal-traffic',
      'every event sent to a bot is listed, as JSON, with the guild it is about',
    ),
    supported('GUILD_ROLE_UPDATE', 'role-looks', 'discord.js moves a role while others stand above the bot'),
    supported('GUILD_ROLE_DELETE', 'member-events', 'discord.js hears of a role that is gone and of a member who left'),
    supported('GUILD_BAN_ADD', 'bans', 'discord.js bans, is told of it, and lifts the ban'),
    supported('GUILD_BAN_REMOVE', 'bans', 'discord.js bans, is told of it, and lifts the ban'),
    supported(
      'GUILD_AUDIT_LOG_ENTRY_CREATE',
      'audit-log',
      'what a bot changes is entered with its reason, and told to those who may see the log',
    ),
    supported(
      'APPLICATION_COMMAND_PERMISSIONS_UPDATE',
      'command-permissions',
      'the bot hears of it, may read it, and may not change it',
    ),
  ],
};
