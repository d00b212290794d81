/** Messages: to bots that see the channel; ephemeral ones to the bot that sent them. */
import { channelPermissions, has, Permission } from '../../permissions.ts';
import { messageFor } from '../../rest/content-visibility.ts';
import { bareMemberJson } from '../../serial/user.ts';
import type { ApplicationRecord, MessageRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import { Intent } from '../intents.ts';
import { type Dispatch, type DispatchesOf, onlyFor } from './dispatch.ts';

export const messageDispatches: DispatchesOf<'message-created' | 'message-edited' | 'message-deleted'> = {
  'message-created': (world, { message }) =>
    ofMessage(world, message, 'MESSAGE_CREATE', application => createdJson(world, application, message)),
  'message-edited': (world, { message }) =>
    ofMessage(world, message, 'MESSAGE_UPDATE', application => createdJson(world, application, message)),
  'message-deleted': (world, { message }) => {
    const { id, channelId, guildId } = message;
    const data = { id, channel_id: channelId, ...(guildId !== undefined && { guild_id: guildId }) };
    return ofMessage(world, message, 'MESSAGE_DELETE', () => data);
  },
};

function ofMessage(
  world: World,
  message: MessageRecord,
  event: string,
  data: (application: ApplicationRecord) => unknown,
): Dispatch {
  const channel = world.channels.get(message.channelId);
  const guild = message.guildId === undefined ? undefined : world.guilds.get(message.guildId);
  // Ephemeral messages go to the bot that sent them, as if they were direct messages.
  if (message.onlyFor !== undefined)
    return onlyFor(message.author.id, { event, guildId: undefined, intent: Intent.directMessages, data });
  const sees = ({ bot }: ApplicationRecord): boolean => {
    if (channel === undefined) return false;
    if (guild === undefined) return channel.recipientIds.includes(bot.id);
    const me = guild.members.get(bot.id);
    return (
      me !== undefined && has(channelPermissions(guild, me, channel, world.clock.millis()), Permission.viewChannel)
    );
  };
  const intent = guild === undefined ? Intent.directMessages : Intent.guildMessages;
  return { event, guildId: message.guildId, intent, data: bot => (sees(bot) ? data(bot) : undefined) };
}

function createdJson(world: World, application: ApplicationRecord, message: MessageRecord): unknown {
  const json = messageFor(world, application, message);
  if (message.guildId === undefined || message.onlyFor !== undefined) return { ...json, channel_type: 1 };
  const member = world.guilds.get(message.guildId)?.members.get(message.author.id);
  return {
    ...json,
    channel_type: 0,
    guild_id: message.guildId,
    ...(member !== undefined && { member: bareMemberJson(member) }),
  };
}
