/** From what happened in the world to what bots are told, by topic. */
import type { WorldEvent } from '../../state/events.ts';
import type { World } from '../../state/world.ts';
import { channelDispatches } from './channels.ts';
import type { Dispatch } from './dispatch.ts';
import { guildDispatches } from './guilds.ts';
import { memberDispatches } from './members.ts';
import { messageDispatches } from './messages.ts';

type Kind = WorldEvent['kind'];
type Told = { readonly [One in Kind]?: (world: World, event: never) => Dispatch | undefined };

const told: Told = { ...guildDispatches, ...channelDispatches, ...memberDispatches, ...messageDispatches };

export function dispatchOf(world: World, event: WorldEvent): Dispatch | undefined {
  return told[event.kind]?.(world, event as never);
}
