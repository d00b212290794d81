/** Members sent away, for now or for good. */
import { AuditLogEvent } from 'discord-api-types/v10';
import { millisOf } from '../../snowflake.ts';
import { applicationOfBot } from '../applications.ts';
import { acting, auditEntry } from '../audit/audit-log.ts';
import { removeBot } from '../guilds/guilds.ts';
import { deleteMessages } from '../messages/messages.ts';
import type { GuildRecord, MemberRecord, UserRecord } from '../records.ts';
import type { World } from '../world.ts';
import { leave } from './members.ts';

export function kick(world: World, guild: GuildRecord, member: MemberRecord): void {
  sendAway(world, guild, member);
  auditEntry(world, guild, { action: AuditLogEvent.MemberKick, targetId: member.user.id });
}

/** Idempotent; whether the user is a member does not matter. */
export function ban(world: World, guild: GuildRecord, user: UserRecord): void {
  if (guild.bans.has(user.id)) return;
  guild.bans.set(user.id, { userId: user.id, reason: world.actor?.reason ?? null });
  world.bus.emit({ kind: 'member-banned', guild, user });
  const member = guild.members.get(user.id);
  if (member !== undefined) sendAway(world, guild, member);
  auditEntry(world, guild, { action: AuditLogEvent.MemberBanAdd, targetId: user.id });
}

export function unban(world: World, guild: GuildRecord, user: UserRecord): void {
  if (!guild.bans.delete(user.id)) return;
  world.bus.emit({ kind: 'member-unbanned', guild, user });
  auditEntry(world, guild, { action: AuditLogEvent.MemberBanRemove, targetId: user.id });
}

/** What the banned one said in the last seconds, everywhere. */
export function forgetMessages(world: World, guild: GuildRecord, userId: string, seconds: number): void {
  if (seconds === 0) return;
  const since = world.clock.millis() - seconds * 1000;
  for (const channel of [...guild.channels.values(), ...guild.threads.values()]) {
    const theirs = [...channel.messages.values()].filter(
      ({ id, author }) => author.id === userId && millisOf(id) >= since,
    );
    // Part of the ban: not entered in the log by itself.
    if (theirs.length > 0) acting(world, undefined, () => deleteMessages(world, channel, theirs));
  }
}

/** A bot takes its role and commands along. */
function sendAway(world: World, guild: GuildRecord, member: MemberRecord): void {
  const application = applicationOfBot(world, member.user.id);
  if (application === undefined) leave(world, guild, member);
  else removeBot(world, guild, application);
}
