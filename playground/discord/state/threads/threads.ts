/** Threads and posts: made, changed, deleted. */

import { auditedThread, logThread } from '../audit/channel-audit.ts';
import type { ArchiveAfter } from '../channels/channel-settings-record.ts';
import { ChannelFlag, channelTypes, forumTypes, threadTypes } from '../channels/channel-types.ts';
import { noMentions } from '../messages/mentions.ts';
import { MessageFlag, MessageType } from '../messages/message-types.ts';
import { createMessage } from '../messages/messages.ts';
import type { ChannelRecord, GuildRecord, MessageRecord, UserRecord } from '../records.ts';
import { guildHolding, timestamp, type World } from '../world.ts';
import { addToThread, removeFromThread, tellOfMembers } from './thread-members.ts';

export interface NewThread {
  readonly name: string;
  readonly owner: UserRecord;
  readonly type: number;
  /** The message it is made from, whose id it takes. */
  readonly source?: MessageRecord | undefined;
  /** Of a post, whose first message has the same. */
  readonly id?: string | undefined;
  readonly archiveAfter?: ArchiveAfter | undefined;
  readonly rateLimitPerUser?: number | undefined;
  readonly invitable?: boolean | undefined;
  readonly appliedTags?: readonly string[] | undefined;
}

const usualArchiveAfter = 4320;

export function addThread(world: World, guild: GuildRecord, parent: ChannelRecord, fields: NewThread): ChannelRecord {
  const now = timestamp(world);
  const { source } = fields;
  const owner = { userId: fields.owner.id, joinedAt: now };
  const channel: ChannelRecord = {
    id: source?.id ?? fields.id ?? world.ids.next(),
    type: fields.type,
    guildId: guild.id,
    name: fields.name.trim(),
    topic: null,
    parentId: parent.id,
    position: 0,
    nsfw: false,
    rateLimitPerUser: fields.rateLimitPerUser ?? parent.settings.threadRateLimit ?? 0,
    overwrites: [],
    flags: 0,
    settings: {},
    thread: {
      ownerId: fields.owner.id,
      createdAt: now,
      archived: false,
      locked: false,
      archiveChangedAt: now,
      archiveAfter: fields.archiveAfter ?? parent.settings.archiveAfter ?? usualArchiveAfter,
      invitable: fields.invitable ?? true,
      appliedTags: fields.appliedTags ?? [],
      messageCount: 0,
      sentCount: 0,
      activeAt: world.clock.millis(),
      members: new Map([[owner.userId, owner]]),
    },
    recipientIds: [],
    messages: new Map(),
    lastMessageId: null,
  };
  guild.threads.set(channel.id, channel);
  world.channels.set(channel.id, channel);
  if (forumTypes.has(parent.type)) parent.lastMessageId = channel.id;
  world.bus.emit({ kind: 'thread-created', thread: channel });
  logThread(world, guild, channel.id, undefined, auditedThread(channel));
  tellOfMembers(world, channel, [owner], []);
  if (source !== undefined) linkSource(world, channel, source);
  else if (fields.type === threadTypes.public && parent.type === channelTypes.text)
    announce(world, channel, parent, fields);
  return channel;
}

function linkSource(world: World, thread: ChannelRecord, source: MessageRecord): void {
  source.thread = thread;
  source.flags |= MessageFlag.hasThread;
  world.bus.emit({ kind: 'message-edited', message: source });
  createMessage(world, thread, {
    author: source.author,
    mentions: noMentions,
    type: MessageType.threadStarter,
    reference: { channelId: source.channelId, messageId: source.id },
  });
}

/** Discord writes into the parent that there is a new thread, and names it. */
function announce(world: World, thread: ChannelRecord, parent: ChannelRecord, { owner, name }: NewThread): void {
  createMessage(world, parent, {
    author: owner,
    content: name,
    mentions: noMentions,
    type: MessageType.threadCreated,
    reference: { channelId: thread.id, messageId: undefined },
  });
}

export interface ThreadFields {
  readonly name?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly locked?: boolean | undefined;
  readonly invitable?: boolean | undefined;
  readonly archiveAfter?: ArchiveAfter | undefined;
  readonly rateLimitPerUser?: number | undefined;
  readonly appliedTags?: readonly string[] | undefined;
  readonly flags?: number | undefined;
}

export function changeThread(world: World, channel: ChannelRecord, fields: ThreadFields, by: UserRecord): void {
  const { thread } = channel;
  if (thread === undefined) return;
  const { archived = thread.archived, archiveAfter = thread.archiveAfter } = fields;
  const before = auditedThread(channel);
  const renamed = fields.name !== undefined && fields.name !== channel.name;
  if (archived !== thread.archived || archiveAfter !== thread.archiveAfter) {
    thread.archiveChangedAt = timestamp(world);
    if (!archived) thread.activeAt = world.clock.millis();
  }
  thread.archived = archived;
  thread.archiveAfter = archiveAfter;
  thread.locked = fields.locked ?? thread.locked;
  thread.invitable = fields.invitable ?? thread.invitable;
  thread.appliedTags = fields.appliedTags ?? thread.appliedTags;
  channel.name = fields.name ?? channel.name;
  channel.rateLimitPerUser = fields.rateLimitPerUser ?? channel.rateLimitPerUser;
  channel.flags = fields.flags ?? channel.flags;
  world.bus.emit({ kind: 'thread-changed', thread: channel });
  const guild = guildHolding(world, channel);
  if (guild !== undefined) logThread(world, guild, channel.id, before, auditedThread(channel));
  if (!renamed || archived) return;
  const type = MessageType.channelNameChange;
  createMessage(world, channel, { author: by, content: channel.name, mentions: noMentions, type });
}

/** By somebody else: Discord says so in the thread. */
export function bringIntoThread(world: World, channel: ChannelRecord, user: UserRecord, by: UserRecord): void {
  if (channel.thread?.members.has(user.id) !== false) return;
  addToThread(world, channel, [user.id]);
  const mentions = { ...noMentions, userIds: [user.id] };
  createMessage(world, channel, { author: by, mentions, type: MessageType.recipientAdd });
}

export function takeOutOfThread(world: World, channel: ChannelRecord, user: UserRecord, by: UserRecord): void {
  if (channel.thread?.members.has(user.id) !== true) return;
  removeFromThread(world, channel, user.id);
  const mentions = { ...noMentions, userIds: [user.id] };
  createMessage(world, channel, { author: by, mentions, type: MessageType.recipientRemove });
}

export function deleteThread(world: World, guild: GuildRecord, channel: ChannelRecord): void {
  guild.threads.delete(channel.id);
  world.channels.delete(channel.id);
  const source = world.channels.get(channel.parentId ?? '')?.messages.get(channel.id);
  if (source?.thread !== undefined) {
    source.thread = undefined;
    source.flags &= ~MessageFlag.hasThread;
    world.bus.emit({ kind: 'message-edited', message: source });
  }
  world.bus.emit({ kind: 'thread-deleted', thread: channel });
  logThread(world, guild, channel.id, auditedThread(channel), undefined);
}

export function activeThreads(guild: GuildRecord): readonly ChannelRecord[] {
  return [...guild.threads.values()].filter(({ thread }) => thread?.archived === false);
}

export const isPinned = ({ flags }: ChannelRecord) => (flags & ChannelFlag.pinned) !== 0;
