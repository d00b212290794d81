/** The owner's hand as a moderator. */
import { auditEntryJson } from '../serial/audit-log.ts';
import { acting } from '../state/audit/audit-log.ts';
import { ban, kick, unban } from '../state/members/bans.ts';
import type { GuildRecord } from '../state/records.ts';
import { memberOf, userOf, type World } from '../state/world.ts';
import type { GuildModeration } from '../surface/moderation.ts';

export function guildModeration(world: World, guild: GuildRecord): GuildModeration {
  const because = (reason: string | undefined, act: () => void) =>
    acting(world, { userId: guild.ownerId, reason }, act);
  return {
    kick: ({ id }, reason) => because(reason, () => kick(world, guild, memberOf(guild, id))),
    ban: ({ id }, reason) => because(reason, () => ban(world, guild, userOf(world, id))),
    unban: ({ id }, reason) => because(reason, () => unban(world, guild, userOf(world, id))),
    isBanned: ({ id }) => guild.bans.has(id),
    auditLog: () => guild.auditLog.map(auditEntryJson).reverse(),
  };
}
