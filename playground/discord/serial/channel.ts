/** Channels as the API gives them. */
import {
  type APIChannel,
  type APIDMChannel,
  type APIGuildCategoryChannel,
  type APIOverwrite,
  type APITextChannel,
  type ChannelFlags,
  ChannelType,
} from 'discord-api-types/v10';
import type { ChannelRecord, OverwriteRecord, UserRecord } from '../state/records.ts';
import { userJson } from './user.ts';

const overwriteJson = (overwrite: OverwriteRecord): APIOverwrite => ({
  id: overwrite.id,
  type: overwrite.type,
  allow: String(overwrite.allow),
  deny: String(overwrite.deny),
});

export function guildChannelJson(channel: ChannelRecord, guildId: string): APITextChannel | APIGuildCategoryChannel {
  const common = {
    id: channel.id,
    guild_id: guildId,
    name: channel.name,
    parent_id: channel.parentId,
    position: channel.position,
    permission_overwrites: channel.overwrites.map(overwriteJson),
    flags: 0 as ChannelFlags,
  };
  if (channel.type === ChannelType.GuildCategory)
    return { ...common, type: ChannelType.GuildCategory, parent_id: null };
  return {
    ...common,
    type: ChannelType.GuildText,
    topic: channel.topic,
    nsfw: channel.nsfw,
    rate_limit_per_user: channel.rateLimitPerUser,
    last_message_id: channel.lastMessageId,
    last_pin_timestamp: null,
  };
}

/** A bot sees the member as the only recipient. */
function dmJson(channel: ChannelRecord, users: ReadonlyMap<string, UserRecord>): APIDMChannel {
  const recipients = channel.recipientIds.flatMap(id => users.get(id) ?? []).filter(user => !user.bot);
  return {
    id: channel.id,
    type: ChannelType.DM,
    name: null,
    last_message_id: channel.lastMessageId,
    recipients: recipients.map(userJson),
    flags: 0 as ChannelFlags,
  };
}

export function channelJson(channel: ChannelRecord, users: ReadonlyMap<string, UserRecord>): APIChannel {
  return channel.guildId === undefined ? dmJson(channel, users) : guildChannelJson(channel, channel.guildId);
}
