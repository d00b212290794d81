/** Messages as the API gives them. */
import type { APIMessage, APIMessageInteractionMetadata, MessageFlags } from 'discord-api-types/v10';
import type { MessageRecord, UserRecord } from '../state/records.ts';
import { userJson } from './user.ts';

export function messageJson(message: MessageRecord, users: ReadonlyMap<string, UserRecord>): APIMessage {
  return {
    id: message.id,
    channel_id: message.channelId,
    type: messageType(message),
    author: userJson(message.author),
    content: message.content,
    timestamp: message.createdAt,
    edited_timestamp: message.editedAt,
    tts: false,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentionIds.flatMap(id => users.get(id) ?? []).map(userJson),
    mention_roles: [...message.mentionRoleIds],
    attachments: [],
    embeds: [...message.embeds],
    components: [...message.components],
    pinned: false,
    flags: message.flags as MessageFlags,
    ...(message.nonce !== undefined && { nonce: message.nonce }),
    ...(message.applicationId !== undefined && { application_id: message.applicationId }),
    ...(message.origin !== undefined && originJson(message, users)),
    ...(message.replyTo !== undefined && {
      message_reference: {
        type: 0,
        message_id: message.replyTo,
        channel_id: message.channelId,
        ...(message.guildId !== undefined && { guild_id: message.guildId }),
      },
    }),
  };
}

/** 0 ordinary, 19 reply, 20 answer to a slash command. */
function messageType(message: MessageRecord): APIMessage['type'] {
  if (message.origin?.commandName !== undefined) return 20;
  return message.replyTo === undefined ? 0 : 19;
}

function originJson(message: MessageRecord, users: ReadonlyMap<string, UserRecord>): Partial<APIMessage> {
  const origin = message.origin;
  const user = origin && users.get(origin.userId);
  if (origin === undefined || user === undefined || message.applicationId === undefined) return {};
  const metadata = {
    id: origin.interactionId,
    type: origin.type,
    user: userJson(user),
    authorizing_integration_owners: { 0: message.guildId ?? '0' },
    ...(origin.interactedMessageId !== undefined && { interacted_message_id: origin.interactedMessageId }),
  };
  return {
    webhook_id: message.applicationId,
    interaction_metadata: metadata as unknown as APIMessageInteractionMetadata,
    ...(origin.commandName !== undefined && {
      interaction: { id: origin.interactionId, type: 2, name: origin.commandName, user: userJson(user) },
    }),
  };
}
