/** Messages: made, edited, deleted, and kept only so many per channel. */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { withComponentIds } from './component-ids.ts';
import type { Mentions } from './mentions.ts';
import type { ChannelRecord, MessageOrigin, MessageRecord, UserRecord } from './records.ts';
import { keepNewest, timestamp, type World } from './world.ts';

export const MessageFlag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export interface MessageFields {
  readonly content?: string | undefined;
  readonly embeds?: readonly APIEmbed[] | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | undefined;
  readonly flags?: number | undefined;
}

export interface NewMessage extends MessageFields {
  readonly author: UserRecord;
  readonly mentions: Mentions;
  readonly applicationId?: string | undefined;
  readonly origin?: MessageOrigin | undefined;
  readonly onlyFor?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly nonce?: string | number | undefined;
}

export function createMessage(world: World, channel: ChannelRecord, fields: NewMessage): MessageRecord {
  const message: MessageRecord = {
    id: world.ids.next(),
    channelId: channel.id,
    guildId: channel.guildId,
    author: fields.author,
    applicationId: fields.applicationId,
    origin: fields.origin,
    onlyFor: fields.onlyFor,
    replyTo: fields.replyTo,
    nonce: fields.nonce,
    createdAt: timestamp(world),
    editedAt: null,
    content: fields.content ?? '',
    embeds: fields.embeds ?? [],
    components: withComponentIds(fields.components ?? []),
    flags: fields.flags ?? 0,
    mentionIds: fields.mentions.userIds,
    mentionRoleIds: fields.mentions.roleIds,
    mentionsEveryone: fields.mentions.everyone,
    deleted: false,
  };
  if (message.onlyFor === undefined) {
    channel.messages.set(message.id, message);
    channel.lastMessageId = message.id;
    keepNewest(channel.messages, world.keepMessages);
  } else {
    const whispers = world.whispers.get(channel.id) ?? new Map<string, MessageRecord>();
    world.whispers.set(channel.id, whispers.set(message.id, message));
    keepNewest(whispers, world.keepMessages);
  }
  world.bus.emit({ kind: 'message-created', message });
  return message;
}

export function editMessage(
  world: World,
  message: MessageRecord,
  fields: MessageFields & { readonly mentions?: Mentions | undefined },
): void {
  message.content = fields.content ?? message.content;
  message.embeds = fields.embeds ?? message.embeds;
  if (fields.components !== undefined) message.components = withComponentIds(fields.components);
  message.flags = fields.flags ?? message.flags;
  if (fields.mentions !== undefined) {
    message.mentionIds = fields.mentions.userIds;
    message.mentionRoleIds = fields.mentions.roleIds;
    message.mentionsEveryone = fields.mentions.everyone;
  }
  message.editedAt = timestamp(world);
  world.bus.emit({ kind: 'message-edited', message });
}

export function deleteMessage(world: World, message: MessageRecord): void {
  message.deleted = true;
  const channel = world.channels.get(message.channelId);
  channel?.messages.delete(message.id);
  world.whispers.get(message.channelId)?.delete(message.id);
  world.bus.emit({ kind: 'message-deleted', message });
}
