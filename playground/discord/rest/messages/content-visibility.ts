/** Without the message content intent a bot reads its own messages, those that mention it, and direct messages. */
import type { APIMessage } from 'discord-api-types/v10';
import { Intent } from '../../intents.ts';
import { messageJson } from '../../serial/message.ts';
import type { ApplicationRecord, MessageRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';

/** `intents`: of the session that is told; over REST what the portal grants decides. */
export function messageFor(
  world: World,
  application: ApplicationRecord,
  message: MessageRecord,
  intents = application.privilegedIntents,
): APIMessage {
  const { bot } = application;
  const json = messageJson(message, world, bot.id);
  const readable =
    message.guildId === undefined ||
    message.author.id === bot.id ||
    message.mentionIds.includes(bot.id) ||
    (intents & Intent.messageContent) !== 0;
  return readable ? json : { ...json, content: '', embeds: [], attachments: [], components: [] };
}
