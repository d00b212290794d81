/** Discord's permission bits, and which of them a member has in a guild and in a channel. */
import { threadTypes } from './state/channels/channel-types.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from './state/records.ts';

const bit = (n: number) => 1n << BigInt(n);

export const Permission = {
  createInstantInvite: bit(0),
  kickMembers: bit(1),
  banMembers: bit(2),
  administrator: bit(3),
  manageChannels: bit(4),
  manageGuild: bit(5),
  addReactions: bit(6),
  viewAuditLog: bit(7),
  viewChannel: bit(10),
  sendMessages: bit(11),
  sendTtsMessages: bit(12),
  manageMessages: bit(13),
  embedLinks: bit(14),
  attachFiles: bit(15),
  readMessageHistory: bit(16),
  mentionEveryone: bit(17),
  useExternalEmojis: bit(18),
  connect: bit(20),
  speak: bit(21),
  muteMembers: bit(22),
  deafenMembers: bit(23),
  moveMembers: bit(24),
  changeNickname: bit(26),
  manageNicknames: bit(27),
  manageRoles: bit(28),
  manageWebhooks: bit(29),
  useApplicationCommands: bit(31),
  manageEvents: bit(33),
  manageThreads: bit(34),
  createPublicThreads: bit(35),
  createPrivateThreads: bit(36),
  sendMessagesInThreads: bit(38),
  moderateMembers: bit(40),
  createEvents: bit(44),
  setVoiceChannelStatus: bit(48),
  sendPolls: bit(49),
  pinMessages: bit(51),
  bypassSlowmode: bit(52),
} as const;

/** Every bit Discord knows today. */
export const allPermissions = (1n << 53n) - 1n;

/** What Discord gives @everyone in a new guild, as far as this server models it. */
export const everyonePermissions =
  Permission.createInstantInvite |
  Permission.addReactions |
  Permission.viewChannel |
  Permission.sendMessages |
  Permission.embedLinks |
  Permission.attachFiles |
  Permission.readMessageHistory |
  Permission.useExternalEmojis |
  Permission.connect |
  Permission.speak |
  Permission.changeNickname |
  Permission.useApplicationCommands |
  Permission.createPublicThreads |
  Permission.createPrivateThreads |
  Permission.sendMessagesInThreads |
  Permission.sendPolls;

/** Of a bot whose owner logs in with one factor, none of these works where the guild asks for two. */
export const needsTwoFactor =
  Permission.kickMembers |
  Permission.banMembers |
  Permission.administrator |
  Permission.manageChannels |
  Permission.manageGuild |
  Permission.manageMessages |
  Permission.manageRoles |
  Permission.manageWebhooks |
  Permission.manageThreads |
  bit(30) |
  bit(41);

const leftInTimeout = Permission.viewChannel | Permission.readMessageHistory;
const needsSendMessages =
  Permission.mentionEveryone | Permission.sendTtsMessages | Permission.attachFiles | Permission.embedLinks;

export const has = (permissions: bigint, wanted: bigint) => (permissions & wanted) === wanted;

/** Without any channel. `now` decides on timeouts. */
export function guildPermissions(guild: GuildRecord, member: MemberRecord, now: number): bigint {
  if (guild.ownerId === member.user.id) return allPermissions;
  let permissions = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const id of member.roles) permissions |= guild.roles.get(id)?.permissions ?? 0n;
  if (has(permissions, Permission.administrator)) return allPermissions;
  return isTimedOut(member, now) ? permissions & leftInTimeout : permissions;
}

/** With the channel's overwrites: @everyone, then all roles together, then the member. */
export function channelPermissions(
  guild: GuildRecord,
  member: MemberRecord,
  channel: ChannelRecord,
  now: number,
): bigint {
  let permissions = guildPermissions(guild, member, now);
  if (permissions === allPermissions) return permissions;
  const place = channel.thread === undefined ? channel : guild.channels.get(channel.parentId ?? '');
  if (place === undefined) return 0n;
  if (place.overwrites.length > 0) permissions = withOverwrites(permissions, guild, member, place);
  if (!has(permissions, Permission.viewChannel) || isLeftOut(permissions, member, channel)) return 0n;
  if (!has(permissions, toWriteIn(channel))) permissions &= ~needsSendMessages;
  return isTimedOut(member, now) ? permissions & leftInTimeout : permissions;
}

/** Threads have a permission of their own. */
export const toWriteIn = ({ thread }: ChannelRecord) =>
  thread === undefined ? Permission.sendMessages : Permission.sendMessagesInThreads;

/** Private threads are for those who were brought in, and for moderators. */
function isLeftOut(permissions: bigint, member: MemberRecord, { type, thread }: ChannelRecord): boolean {
  if (type !== threadTypes.private || thread?.members.has(member.user.id) === true) return false;
  return !has(permissions, Permission.manageThreads);
}

function withOverwrites(base: bigint, guild: GuildRecord, member: MemberRecord, channel: ChannelRecord): bigint {
  let permissions = base;
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of channel.overwrites) {
    if (overwrite.id === guild.id) permissions = (permissions & ~overwrite.deny) | overwrite.allow;
    else if (overwrite.type === 0 && member.roles.has(overwrite.id)) {
      allow |= overwrite.allow;
      deny |= overwrite.deny;
    }
  }
  permissions = (permissions & ~deny) | allow;
  const own = channel.overwrites.find(overwrite => overwrite.type === 1 && overwrite.id === member.user.id);
  return own === undefined ? permissions : (permissions & ~own.deny) | own.allow;
}

function isTimedOut(member: MemberRecord, now: number): boolean {
  return member.timedOutUntil !== null && Date.parse(member.timedOutUntil) > now;
}
