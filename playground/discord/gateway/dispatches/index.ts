/** From what happened in the world to what bots are told, by topic. */
import type { WorldEvent } from '../../state/events.ts';
import type { World } from '../../state/world.ts';
import { channelActivityDispatches } from './channel-activity.ts';
import { channelDispatches } from './channels.ts';
import { commandDispatches } from './commands.ts';
import type { Dispatch } from './dispatch.ts';
import { guildDispatches } from './guilds.ts';
import { inviteDispatches } from './invites.ts';
import { memberDispatches } from './members.ts';
import { messageDispatches } from './messages.ts';
import { moderationDispatches } from './moderation.ts';
import { reactionDispatches } from './reactions.ts';
import { scheduledEventDispatches } from './scheduled-events.ts';
import { threadDispatches } from './threads.ts';
import { userDispatches } from './users.ts';
import { voiceDispatches } from './voice.ts';

type Kind = WorldEvent['kind'];
type Told = { readonly [One in Kind]?: (world: World, event: never) => Dispatch | undefined };

const told: Told = {
  ...guildDispatches,
  ...commandDispatches,
  ...channelDispatches,
  ...memberDispatches,
  ...moderationDispatches,
  ...messageDispatches,
  ...reactionDispatches,
  ...channelActivityDispatches,
  ...inviteDispatches,
  ...threadDispatches,
  ...scheduledEventDispatches,
  ...userDispatches,
  ...voiceDispatches,
};

export function dispatchOf(world: World, event: WorldEvent): Dispatch | undefined {
  return told[event.kind]?.(world, event as never);
}
