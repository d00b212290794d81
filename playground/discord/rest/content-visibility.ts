/** Without the message content intent a bot reads its own messages, those that mention it, and direct messages. */
import type { APIMessage } from 'discord-api-types/v10';
import { messageJson } from '../serial/message.ts';
import type { ApplicationRecord, MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';

const messageContent = 1 << 15;

export function messageFor(world: World, application: ApplicationRecord, message: MessageRecord): APIMessage {
  const json = messageJson(message, world.users);
  const { bot } = application;
  const readable =
    message.guildId === undefined ||
    message.author.id === bot.id ||
    message.mentionIds.includes(bot.id) ||
    (application.privilegedIntents & messageContent) !== 0;
  return readable ? json : { ...json, content: '', embeds: [], attachments: [], components: [] };
}
