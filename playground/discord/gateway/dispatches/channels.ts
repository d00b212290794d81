/** Channels of guilds. Direct messages open without an event; their first message tells. */
import { channelJson } from '../../serial/channel.ts';
import type { ChannelRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import { type Dispatch, type DispatchesOf, inGuild } from './dispatch.ts';

export const channelDispatches: DispatchesOf<'channel-created' | 'channel-changed' | 'channel-deleted'> = {
  'channel-created': (world, { channel }) => ofChannel(world, 'CHANNEL_CREATE', channel),
  'channel-changed': (world, { channel }) => ofChannel(world, 'CHANNEL_UPDATE', channel),
  'channel-deleted': (world, { channel }) => ofChannel(world, 'CHANNEL_DELETE', channel),
};

function ofChannel(world: World, event: string, channel: ChannelRecord): Dispatch | undefined {
  if (channel.guildId === undefined) return undefined;
  return inGuild(world, event, channel.guildId, () => channelJson(channel, world.users));
}
