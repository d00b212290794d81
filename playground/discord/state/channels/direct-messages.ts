/** Channels of direct messages. */

import type { ChannelRecord } from '../records.ts';
import type { World } from '../world.ts';
import { channelTypes } from './channel-types.ts';

/** The one channel between a bot and a user; made when first asked for. */
export function directMessages(world: World, botId: string, userId: string): ChannelRecord {
  for (const channel of world.channels.values()) {
    if (channel.guildId !== undefined) continue;
    if (channel.recipientIds.includes(botId) && channel.recipientIds.includes(userId)) return channel;
  }
  const channel: ChannelRecord = {
    id: world.ids.next(),
    type: channelTypes.directMessage,
    guildId: undefined,
    name: '',
    topic: null,
    parentId: null,
    position: 0,
    nsfw: false,
    rateLimitPerUser: 0,
    overwrites: [],
    flags: 0,
    settings: {},
    thread: undefined,
    recipientIds: [userId, botId],
    messages: new Map(),
    lastMessageId: null,
  };
  world.channels.set(channel.id, channel);
  world.bus.emit({ kind: 'channel-created', channel });
  return channel;
}
