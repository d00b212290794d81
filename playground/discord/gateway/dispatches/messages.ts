/** Messages: to bots that see the channel; ephemeral ones to the bot that sent them. */

import { Intent } from '../../intents.ts';
import { messageFor } from '../../rest/messages/content-visibility.ts';
import { bareMemberJson } from '../../serial/user.ts';
import type { ApplicationRecord, MessageRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import { type Dispatch, type DispatchesOf, onlyFor } from './dispatch.ts';
import { placeJson, toReaders } from './readers.ts';

const behind = { guild: Intent.guildMessages, direct: Intent.directMessages };

export const messageDispatches: DispatchesOf<
  'message-created' | 'message-edited' | 'message-deleted' | 'messages-deleted'
> = {
  'message-created': (world, { message }) =>
    ofMessage(world, message, 'MESSAGE_CREATE', (application, intents) => ({
      ...withContext(world, application, message, intents),
      ...(message.nonce !== undefined && { nonce: message.nonce }),
    })),
  'message-edited': (world, { message }) =>
    ofMessage(world, message, 'MESSAGE_UPDATE', (application, intents) =>
      withContext(world, application, message, intents),
    ),
  'message-deleted': (world, { message, inBulk }) => {
    if (inBulk === true) return undefined;
    return ofMessage(world, message, 'MESSAGE_DELETE', () => ({ id: message.id, ...placeJson(message) }));
  },
  'messages-deleted': (world, { channel: { id, guildId }, ids }) => {
    const place = { channelId: id, guildId };
    return toReaders(world, 'MESSAGE_DELETE_BULK', place, behind, () => ({ ids, ...placeJson(place) }));
  },
};

function ofMessage(world: World, message: MessageRecord, event: string, data: Dispatch['data']): Dispatch {
  // Ephemeral messages go to the bot that sent them, as if they were direct messages.
  if (message.onlyFor !== undefined)
    return onlyFor(message.author.id, { event, guildId: undefined, intent: Intent.directMessages, data });
  return toReaders(world, event, message, behind, data);
}

/** With what only the gateway adds: the guild, the kind of channel, and the members behind the users. */
function withContext(world: World, application: ApplicationRecord, message: MessageRecord, intents: number): object {
  const json = messageFor(world, application, message, intents);
  if (message.guildId === undefined || message.onlyFor !== undefined) return { ...json, channel_type: 1 };
  const members = world.guilds.get(message.guildId)?.members;
  const member = members?.get(message.author.id);
  return {
    ...json,
    channel_type: world.channels.get(message.channelId)?.type ?? 0,
    guild_id: message.guildId,
    ...(member !== undefined && { member: bareMemberJson(member) }),
    mentions: json.mentions.map(user => {
      const mentioned = members?.get(user.id);
      return mentioned === undefined ? user : { ...user, member: bareMemberJson(mentioned) };
    }),
  };
}
