/** To bots that see a channel, behind one intent in guilds and another one in direct messages. */
import { channelPermissions, has, Permission } from '../../permissions.ts';
import type { ApplicationRecord } from '../../state/records.ts';
import { guildHolding, type World } from '../../state/world.ts';
import type { Dispatch } from './dispatch.ts';

export interface Place {
  readonly channelId: string;
  readonly guildId: string | undefined;
}

export interface Intents {
  readonly guild: number;
  readonly direct: number;
}

export function toReaders(
  world: World,
  event: string,
  { channelId, guildId }: Place,
  intents: Intents,
  data: Dispatch['data'],
): Dispatch {
  const channel = world.channels.get(channelId);
  const guild = guildHolding(world, { guildId });
  const sees = ({ bot }: ApplicationRecord): boolean => {
    if (channel === undefined) return false;
    if (guild === undefined) return channel.recipientIds.includes(bot.id);
    const me = guild.members.get(bot.id);
    return (
      me !== undefined && has(channelPermissions(guild, me, channel, world.clock.millis()), Permission.viewChannel)
    );
  };
  return {
    event,
    guildId,
    intent: guild === undefined ? intents.direct : intents.guild,
    data: (application, own) => (sees(application) ? data(application, own) : undefined),
  };
}

/** As it stands in events about a place. */
export const placeJson = ({ channelId, guildId }: Place) => ({
  channel_id: channelId,
  ...(guildId !== undefined && { guild_id: guildId }),
});
