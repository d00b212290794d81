/** Channels as the API gives them. */
import type {
  APIChannel,
  APIDMChannel,
  APIOverwrite,
  ChannelFlags,
  GatewayGuildCreateDispatchData,
} from 'discord-api-types/v10';
import { ChannelType } from 'discord-api-types/v10';
import type { ChannelRecord, OverwriteRecord, UserRecord } from '../state/records.ts';
import { settingsJson } from './channel-settings.ts';
import { threadJson } from './thread.ts';
import { userJson } from './user.ts';

const overwriteJson = (overwrite: OverwriteRecord): APIOverwrite => ({
  id: overwrite.id,
  type: overwrite.type,
  allow: String(overwrite.allow),
  deny: String(overwrite.deny),
});

type GuildChannelJson = GatewayGuildCreateDispatchData['channels'][number];

export function guildChannelJson(channel: ChannelRecord, guildId: string): GuildChannelJson {
  return {
    id: channel.id,
    type: channel.type,
    guild_id: guildId,
    name: channel.name,
    parent_id: channel.parentId,
    position: channel.position,
    permission_overwrites: channel.overwrites.map(overwriteJson),
    flags: channel.flags,
    ...settingsJson(channel),
  } as unknown as GuildChannelJson;
}

/** A bot sees the member as the only recipient. */
function dmJson(channel: ChannelRecord, users: ReadonlyMap<string, UserRecord>): APIDMChannel {
  const recipients = channel.recipientIds.flatMap(id => users.get(id) ?? []).filter(user => !user.bot);
  return {
    id: channel.id,
    type: ChannelType.DM,
    last_message_id: channel.lastMessageId,
    recipients: recipients.map(userJson),
    flags: 0 as ChannelFlags,
  } as unknown as APIDMChannel;
}

export function channelJson(channel: ChannelRecord, users: ReadonlyMap<string, UserRecord>): APIChannel {
  if (channel.thread !== undefined) return threadJson(channel, channel.thread);
  return channel.guildId === undefined ? dmJson(channel, users) : guildChannelJson(channel, channel.guildId);
}
