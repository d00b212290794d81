/** Whom answers to an interaction may ping. */
import { has, Permission } from '../../permissions.ts';
import type { InteractionRecord } from '../../state/records.ts';
import { guildHolding, type World } from '../../state/world.ts';
import { permissionsIn } from '../access.ts';
import type { Rules } from './message-body.ts';

export function interactionMentions(world: World, { applicationId, channelId, guildId }: InteractionRecord): Rules {
  return {
    byDefault: 'users',
    guild: guildHolding(world, { guildId }),
    get mayPingAll() {
      const channel = world.channels.get(channelId);
      const bot = world.applications.get(applicationId)?.bot;
      return (
        channel !== undefined &&
        bot !== undefined &&
        has(permissionsIn(world, bot.id, channel), Permission.mentionEveryone)
      );
    },
  };
}
