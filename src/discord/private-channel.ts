/** The organisers' channel as a place where members' work may be put. */
import { ChannelType, type Client, type GuildBasedChannel, PermissionFlagsBits } from 'discord.js';

const posting = [
  PermissionFlagsBits.ViewChannel,
  PermissionFlagsBits.SendMessages,
  PermissionFlagsBits.AttachFiles,
] as const;

/** There, writable with files, and not to be seen by everybody. */
export function isPrivateAndWritable(client: Client, guildId: string, channelId: string): boolean {
  const guild = client.guilds.cache.get(guildId);
  const channel = guild?.channels.cache.get(channelId);
  const { me } = guild?.members ?? {};
  if (!guild || !channel || !me || channel.type !== ChannelType.GuildText) return false;
  return channel.permissionsFor(me).has(posting) && !isSeenByAll(channel);
}

export function isSeenByAll(channel: GuildBasedChannel): boolean {
  return channel.permissionsFor(channel.guild.roles.everyone).has(PermissionFlagsBits.ViewChannel);
}
