/** What goes on in a channel besides its messages: who is typing, what gets pinned. */

import { Intent } from '../../intents.ts';
import { memberJson } from '../../serial/user.ts';
import { guildHolding } from '../../state/world.ts';
import type { DispatchesOf } from './dispatch.ts';
import { placeJson, toReaders } from './readers.ts';

export const channelActivityDispatches: DispatchesOf<'typing-started' | 'pins-changed'> = {
  'typing-started': (world, { channel: { id, guildId }, user }) => {
    const place = { channelId: id, guildId };
    const member = guildHolding(world, { guildId })?.members.get(user.id);
    const intents = { guild: Intent.guildMessageTyping, direct: Intent.directMessageTyping };
    return toReaders(world, 'TYPING_START', place, intents, () => ({
      ...placeJson(place),
      user_id: user.id,
      timestamp: Math.floor(world.clock.millis() / 1000),
      ...(member !== undefined && { member: memberJson(member) }),
    }));
  },
  'pins-changed': (world, { channel: { id, guildId, lastPinAt } }) => {
    const place = { channelId: id, guildId };
    const intents = { guild: Intent.guilds, direct: Intent.directMessages };
    return toReaders(world, 'CHANNEL_PINS_UPDATE', place, intents, () => ({
      ...placeJson(place),
      last_pin_timestamp: lastPinAt ?? null,
    }));
  },
};
