/** Messages as the API gives them. */
import type { APIMessage, MessageFlags } from 'discord-api-types/v10';
import { namesInComponents, namesInEmbeds } from '../state/messages/media-references.ts';
import { MessageFlag, MessageType } from '../state/messages/message-types.ts';
import type { MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { attachmentJson } from './attachment.ts';
import { componentsJson } from './component.ts';
import { embedJson } from './embed.ts';
import { mediaIn } from './media.ts';
import { originJson } from './message-origin.ts';
import { reactionsJson } from './reactions.ts';
import { threadJson } from './thread.ts';
import { userJson } from './user.ts';

/** `viewerId`: whose own reactions are marked. The nonce is no part of it: Discord tells it only at the creation. */
export function messageJson(message: MessageRecord, world: World, viewerId?: string): APIMessage {
  const { reference } = message;
  return {
    ...bareMessageJson(message, world),
    ...(message.reactions.size > 0 && { reactions: reactionsJson(message, viewerId) }),
    ...(reference !== undefined &&
      (message.type === MessageType.reply || message.type === MessageType.threadStarter) && {
        referenced_message: referencedJson(message, world),
      }),
    ...(message.thread?.thread !== undefined && { thread: threadJson(message.thread, message.thread.thread) }),
  };
}

/** Null once it was deleted. */
function referencedJson({ reference }: MessageRecord, world: World): APIMessage | null {
  const messages = world.channels.get(reference?.channelId ?? '')?.messages;
  const referenced = messages?.get(reference?.messageId ?? '');
  return referenced === undefined ? null : bareMessageJson(referenced, world);
}

function bareMessageJson(message: MessageRecord, world: World): APIMessage {
  const { users } = world;
  const { reference } = message;
  return {
    id: message.id,
    channel_id: message.channelId,
    type: message.type as APIMessage['type'],
    author: userJson(message.author),
    content: message.content,
    timestamp: message.createdAt,
    edited_timestamp: message.editedAt,
    tts: message.tts,
    mention_everyone: message.mentionsEveryone,
    mentions: message.mentionIds.flatMap(id => users.get(id) ?? []).map(userJson),
    mention_roles: [...message.mentionRoleIds],
    ...mediaJson(message, world),
    pinned: message.pinnedAt !== null,
    flags: message.flags as MessageFlags,
    ...(message.applicationId !== undefined && { application_id: message.applicationId }),
    ...(message.origin !== undefined && originJson(message, users)),
    ...(reference !== undefined && {
      message_reference: {
        type: 0,
        channel_id: reference.channelId,
        ...(reference.messageId !== undefined && { message_id: reference.messageId }),
        ...(message.guildId !== undefined && { guild_id: message.guildId }),
      },
    }),
  };
}

/** Files shown in an embed or a component are no attachments of their own. */
function mediaJson(message: MessageRecord, world: World): Pick<APIMessage, 'attachments' | 'embeds' | 'components'> {
  const { attachments, components, flags } = message;
  const mediaOf = mediaIn(attachments, world);
  const embeds = (flags & MessageFlag.suppressEmbeds) === 0 ? message.embeds : [];
  const shownInside = new Set(
    attachments.length === 0
      ? []
      : [...namesInEmbeds(embeds), ...namesInComponents(components).map(({ name }) => name)],
  );
  return {
    attachments: attachments
      .filter(({ filename }) => !shownInside.has(filename))
      .map(attachment => attachmentJson(attachment, world)),
    embeds: embeds.map(embed => embedJson(embed, mediaOf)),
    components: componentsJson(components, message.id, mediaOf),
  };
}
