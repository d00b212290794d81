/** A guild becomes a community with the channels that Discord asks for, and is one as long as it has them. */

import type { GuildRecord } from '../records.ts';
import type { World } from '../world.ts';
import { changeGuild } from './guilds.ts';

const features = ['COMMUNITY', 'NEWS'];

/** The same channel for the rules, unless there is one already. */
export function setPublicUpdates(world: World, guild: GuildRecord, channelId: string | null): void {
  const others = guild.settings.features.filter(feature => !features.includes(feature));
  changeGuild(world, guild, {
    publicUpdatesChannelId: channelId,
    settings: {
      features: channelId === null ? others : [...others, ...features],
      rulesChannelId: channelId === null ? null : (guild.settings.rulesChannelId ?? channelId),
    },
  });
}
