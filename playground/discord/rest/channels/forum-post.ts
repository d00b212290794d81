/** A post in a forum: a thread with its first message, made together. */
import type { RESTPostAPIGuildForumThreadsJSONBody } from 'discord-api-types/v10';
import { Refusal } from '../../errors.ts';
import { has, Permission } from '../../permissions.ts';
import { threadTypes } from '../../state/channels/channel-types.ts';
import { createMessage } from '../../state/messages/messages.ts';
import type { ChannelRecord, GuildRecord } from '../../state/records.ts';
import { addThread } from '../../state/threads/threads.ts';
import { checkMedia } from '../../validate/media-rules.ts';
import { isEmpty, type MessageBody } from '../../validate/message-rules.ts';
import { bot, type InChannel } from '../access.ts';
import { newAttachments } from '../files/uploads.ts';
import { messageFor } from '../messages/content-visibility.ts';
import { mentionsOf, messageFields } from '../messages/message-body.ts';
import { maySendSuch, permittedEmbeds } from '../messages/sending.ts';
import type { Call } from '../route.ts';
import { appliedTags } from './forum-tags.ts';
import { roomForThread } from './thread-access.ts';

export type PostBody = RESTPostAPIGuildForumThreadsJSONBody;

export function openPost(
  call: Call<PostBody>,
  access: InChannel,
  guild: GuildRecord,
): { readonly thread: ChannelRecord; readonly messageJson: unknown } {
  const { world, body, files } = call;
  const { channel: forum, permissions, needs } = access;
  const me = bot(call).bot;
  needs(Permission.sendMessages);
  const moderates = has(permissions, Permission.manageThreads);
  const tags = appliedTags(forum, body.applied_tags ?? [], { moderates });
  maySendSuch(access, body.message, files);
  if (isEmpty(body.message as MessageBody) && files.length === 0) throw new Refusal('emptyMessage');
  roomForThread(guild);
  const sent = permittedEmbeds(access, body.message, files);
  const id = world.ids.next();
  const attachments = newAttachments(world, files, sent.attachments, { placeId: id, ephemeral: false });
  checkMedia(sent.components ?? [], attachments);
  const thread = addThread(world, guild, forum, {
    id,
    name: body.name,
    owner: me,
    type: threadTypes.public,
    archiveAfter: body.auto_archive_duration as 60 | undefined,
    rateLimitPerUser: body.rate_limit_per_user ?? undefined,
    appliedTags: tags,
  });
  const mayPingAll = has(permissions, Permission.mentionEveryone);
  const message = createMessage(world, thread, {
    ...messageFields(sent, attachments),
    id,
    author: me,
    mentions: mentionsOf(sent, { guild, byDefault: 'everything', mayPingAll }),
  });
  return { thread, messageJson: messageFor(world, bot(call), message) };
}
