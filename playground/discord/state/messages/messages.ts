/** Messages: made, edited, deleted, and kept only so many per channel. */
import type { APIEmbed, APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { logBulkDeletion, logDeletion } from '../audit/message-audit.ts';
import { keepNewest } from '../keep-newest.ts';
import type { ChannelRecord, MessageOrigin, MessageRecord, UserRecord } from '../records.ts';
import { countMessage, discountMessage, wakeThread } from '../threads/thread-activity.ts';
import { timestamp, type World } from '../world.ts';
import type { AttachmentRecord } from './attachment-record.ts';
import { forgetAttachments } from './attachments.ts';
import { withComponentIds } from './component-ids.ts';
import type { Mentions } from './mentions.ts';
import type { MessageReferenceRecord } from './message-reference-record.ts';
import { MessageType } from './message-types.ts';

export interface MessageFields {
  readonly content?: string | undefined;
  readonly embeds?: readonly APIEmbed[] | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | undefined;
  readonly flags?: number | undefined;
  readonly attachments?: readonly AttachmentRecord[] | undefined;
}

export interface NewMessage extends MessageFields {
  /** The first message of a post has the post's id. */
  readonly id?: string | undefined;
  readonly author: UserRecord;
  readonly mentions: Mentions;
  readonly applicationId?: string | undefined;
  readonly origin?: MessageOrigin | undefined;
  readonly onlyFor?: string | undefined;
  readonly reference?: MessageReferenceRecord | undefined;
  /** Only system messages name theirs. */
  readonly type?: number | undefined;
  readonly nonce?: string | number | undefined;
  readonly tts?: boolean | undefined;
}

export function createMessage(world: World, channel: ChannelRecord, fields: NewMessage): MessageRecord {
  if (fields.onlyFor === undefined && fields.type === undefined) wakeThread(world, channel, fields.author);
  const message: MessageRecord = {
    id: fields.id ?? world.ids.next(),
    channelId: channel.id,
    guildId: channel.guildId,
    author: fields.author,
    applicationId: fields.applicationId,
    origin: fields.origin,
    onlyFor: fields.onlyFor,
    type: fields.type ?? typeOf(fields),
    reference: fields.reference,
    nonce: fields.nonce,
    tts: fields.tts ?? false,
    createdAt: timestamp(world),
    editedAt: null,
    content: fields.content ?? '',
    embeds: fields.embeds ?? [],
    components: withComponentIds(fields.components ?? []),
    attachments: fields.attachments ?? [],
    reactions: new Map(),
    pinnedAt: null,
    flags: fields.flags ?? 0,
    mentionIds: fields.mentions.userIds,
    mentionRoleIds: fields.mentions.roleIds,
    mentionsEveryone: fields.mentions.everyone,
    deleted: false,
  };
  if (message.onlyFor === undefined) {
    channel.messages.set(message.id, message);
    channel.lastMessageId = message.id;
    countMessage(channel, message);
    keepNewest(channel.messages, world.keepMessages);
  } else {
    const ephemerals = world.ephemerals.get(channel.id) ?? new Map<string, MessageRecord>();
    world.ephemerals.set(channel.id, ephemerals.set(message.id, message));
    keepNewest(ephemerals, world.keepMessages);
  }
  world.bus.emit({ kind: 'message-created', message });
  return message;
}

function typeOf({ origin, reference }: NewMessage): number {
  if (origin?.commandName !== undefined)
    return origin.target === undefined ? MessageType.slashCommand : MessageType.contextMenuCommand;
  return reference === undefined ? MessageType.ordinary : MessageType.reply;
}

export function editMessage(
  world: World,
  message: MessageRecord,
  fields: MessageFields & { readonly mentions?: Mentions | undefined },
  /** Without "(edited)" beside it. */
  quietly?: 'quietly',
): void {
  message.content = fields.content ?? message.content;
  message.embeds = fields.embeds ?? message.embeds;
  if (fields.components !== undefined) message.components = withComponentIds(fields.components);
  message.attachments = fields.attachments ?? message.attachments;
  message.flags = fields.flags ?? message.flags;
  if (fields.mentions !== undefined) {
    message.mentionIds = fields.mentions.userIds;
    message.mentionRoleIds = fields.mentions.roleIds;
    message.mentionsEveryone = fields.mentions.everyone;
  }
  if (quietly === undefined) message.editedAt = timestamp(world);
  world.bus.emit({ kind: 'message-edited', message });
}

export function deleteMessage(world: World, message: MessageRecord): void {
  remove(world, message);
  world.bus.emit({ kind: 'message-deleted', message });
  logDeletion(world, message);
}

export function deleteMessages(world: World, channel: ChannelRecord, messages: readonly MessageRecord[]): void {
  for (const message of messages) {
    remove(world, message);
    world.bus.emit({ kind: 'message-deleted', message, inBulk: true });
  }
  world.bus.emit({ kind: 'messages-deleted', channel, ids: messages.map(({ id }) => id) });
  logBulkDeletion(world, channel, messages.length);
}

function remove(world: World, message: MessageRecord): void {
  message.deleted = true;
  forgetAttachments(world, message.attachments);
  const channel = world.channels.get(message.channelId);
  channel?.messages.delete(message.id);
  discountMessage(channel, message);
  world.ephemerals.get(message.channelId)?.delete(message.id);
}
