/** From a channel as a test describes it to the record's fields. */

import type { ChannelSettings } from '../state/channels/channel-settings-record.ts';
import { ChannelFlag } from '../state/channels/channel-types.ts';
import type { GuildRecord, OverwriteRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { NewChannel, NewTag, Overwrite } from '../surface/channels.ts';

export function channelFields(world: World, guild: GuildRecord, channel: Partial<NewChannel>) {
  const { requireTag } = channel;
  return {
    name: channel.name,
    topic: channel.topic,
    parentId: channel.parent?.id,
    overwrites: channel.overwrites?.map(overwrite => overwriteOf(guild, overwrite)),
    flags: requireTag === undefined ? undefined : requireTag ? ChannelFlag.requireTag : 0,
    settings: settingsOf(world, channel),
  };
}

function settingsOf(world: World, { userLimit, tags }: Partial<NewChannel>): ChannelSettings {
  return { userLimit, tags: tags?.map(tag => tagOf(world, tag)) };
}

const tagOf = (world: World, { name, moderated = false, emoji }: NewTag) => ({
  id: world.ids.next(),
  name,
  moderated,
  emojiId: null,
  emojiName: emoji ?? null,
});

function overwriteOf(guild: GuildRecord, { for: { id }, allow = 0n, deny = 0n }: Overwrite): OverwriteRecord {
  return { id, type: guild.roles.has(id) ? 0 : 1, allow, deny };
}
