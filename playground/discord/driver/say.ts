/** An ordinary message written by a member. */
import { limits } from '../limits.ts';
import { has, Permission, toWriteIn } from '../permissions.ts';
import { forumTypes } from '../state/channels/channel-types.ts';
import { resolveMentions } from '../state/messages/mentions.ts';
import { isSystemMessage } from '../state/messages/message-types.ts';
import { createMessage, editMessage } from '../state/messages/messages.ts';
import type { ChannelRecord, GuildRecord, MemberRecord, MessageRecord } from '../state/records.ts';
import { channelOf, guildHolding, type World } from '../state/world.ts';
import type { SayOptions } from '../surface/messages.ts';
import { longerThan } from '../validate/issues.ts';
import { upload } from './interactions/uploads.ts';
import { permissionsFor, usualChannel } from './view.ts';

export function say(
  world: World,
  guild: GuildRecord,
  member: MemberRecord,
  text: string,
  { in: where, files = [], replyTo, pingsAuthor = true }: SayOptions = {},
): MessageRecord {
  const replied =
    replyTo === undefined ? undefined : repliedTo(world, replyTo.message?.channel_id, replyTo.message?.id);
  const channel = channelFor(world, guild, member, where?.id ?? replied?.channelId);
  const { name } = member.user;
  if (member.pending && channel.guildId !== undefined)
    throw new Error(`${name} has not accepted the rules of ${guild.name} yet: acceptsRules() does that`);
  if (forumTypes.has(channel.type)) throw new Error(`#${channel.name} is a forum: use posts({ in, title, text })`);
  const permissions = permissionsFor(world, member, channel);
  if (!has(permissions, Permission.viewChannel | toWriteIn(channel)))
    throw new Error(`${name} may not write in #${channel.name}`);
  if (channel.thread?.locked === true && !has(permissions, Permission.manageThreads))
    throw new Error(`"${channel.name}" is locked: only moderators write there`);
  if (files.length > 0 && !has(permissions, Permission.attachFiles))
    throw new Error(`${name} may not attach files in #${channel.name}`);
  if (files.length > limits.attachments.max)
    throw new Error(`a message takes up to ${limits.attachments.max} files, not ${files.length}`);
  refuseLength(text);
  if (!has(permissions, Permission.bypassSlowmode)) refuseHurry(world, member, channel);
  const place = { placeId: channel.id, ephemeral: false };
  return createMessage(world, channel, {
    author: member.user,
    content: text,
    attachments: files.map(file => upload(world, file, place)),
    reference: replied && { channelId: replied.channelId, messageId: replied.id },
    mentions: mentionsIn(world, member, channel, text, pingsAuthor ? replied : undefined),
  });
}

/** In a channel with slow mode. */
function refuseHurry(world: World, { user }: MemberRecord, { name, messages, rateLimitPerUser }: ChannelRecord): void {
  if (rateLimitPerUser === 0) return;
  const last = [...messages.values()].findLast(({ author }) => author.id === user.id);
  const wait = last === undefined ? 0 : Date.parse(last.createdAt) + rateLimitPerUser * 1000 - world.clock.millis();
  if (wait > 0) throw new Error(`#${name} has slow mode: ${user.name} may write again in ${Math.ceil(wait / 1000)} s`);
}

export function rewrite(world: World, member: MemberRecord, message: MessageRecord, text: string): void {
  if (message.author.id !== member.user.id) throw new Error(`${member.user.name} can edit only messages of her own`);
  if (text.trim() === '' && message.attachments.length === 0)
    throw new Error('a message cannot become empty: delete it instead');
  refuseLength(text);
  const channel = channelOf(world, message.channelId);
  editMessage(world, message, { content: text, mentions: mentionsIn(world, member, channel, text, undefined) });
}

function channelFor(world: World, guild: GuildRecord, member: MemberRecord, id: string | undefined): ChannelRecord {
  return id === undefined ? usualChannel(world, guild, member) : channelOf(world, id);
}

function repliedTo(world: World, channelId = '', messageId = ''): MessageRecord {
  const message = world.channels.get(channelId)?.messages.get(messageId);
  if (message === undefined) throw new Error('the message to reply to is gone, or cannot be answered');
  if (isSystemMessage(message)) throw new Error('nobody can reply to a system message');
  return message;
}

function refuseLength(text: string): void {
  if (longerThan(text, limits.content.max))
    throw new Error(`a message has up to ${limits.content.max} characters, not ${text.length}`);
}

function mentionsIn(
  world: World,
  member: MemberRecord,
  channel: ChannelRecord,
  text: string,
  replied: MessageRecord | undefined,
) {
  return resolveMentions(text, {
    allowed: undefined,
    byDefault: 'everything',
    guild: guildHolding(world, channel),
    mayPingAll:
      channel.guildId !== undefined && has(permissionsFor(world, member, channel), Permission.mentionEveryone),
    repliedUserId: replied?.author.id,
  });
}
