/** Bans and the audit log, behind the moderation intent and a permission. */

import { Intent } from '../../intents.ts';
import { guildPermissions, Permission } from '../../permissions.ts';
import { auditEntryJson } from '../../serial/audit-log.ts';
import { userJson } from '../../serial/user.ts';
import type { GuildRecord, UserRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import { type Dispatch, type DispatchesOf, inGuild } from './dispatch.ts';

export const moderationDispatches: DispatchesOf<'audit-entry-created' | 'member-banned' | 'member-unbanned'> = {
  'audit-entry-created': (world, { entry }) =>
    toModerators(world, 'GUILD_AUDIT_LOG_ENTRY_CREATE', entry.guildId, Permission.viewAuditLog, () => ({
      ...auditEntryJson(entry),
      guild_id: entry.guildId,
    })),
  'member-banned': (world, { guild, user }) => ofBan(world, 'GUILD_BAN_ADD', guild, user),
  'member-unbanned': (world, { guild, user }) => ofBan(world, 'GUILD_BAN_REMOVE', guild, user),
};

function ofBan(world: World, event: string, guild: GuildRecord, user: UserRecord): Dispatch {
  const anyOf = Permission.banMembers | Permission.viewAuditLog;
  return toModerators(world, event, guild.id, anyOf, () => ({ guild_id: guild.id, user: userJson(user) }));
}

function toModerators(world: World, event: string, guildId: string, anyOf: bigint, data: () => unknown): Dispatch {
  const mayHear = (botId: string) => {
    const guild = world.guilds.get(guildId);
    const me = guild?.members.get(botId);
    return guild && me && (guildPermissions(guild, me, world.clock.millis()) & anyOf) !== 0n;
  };
  return inGuild(world, event, guildId, ({ bot }) => (mayHear(bot.id) ? data() : undefined), Intent.guildModeration);
}
