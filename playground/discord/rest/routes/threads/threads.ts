/** Threads that a bot opens: from a message, without one, and as a post in a forum. */
import { Refusal } from '../../../errors.ts';
import { Permission } from '../../../permissions.ts';
import { threadJsonFor } from '../../../serial/thread.ts';
import type { ArchiveAfter } from '../../../state/channels/channel-settings-record.ts';
import { channelTypes, forumTypes, threadTypes } from '../../../state/channels/channel-types.ts';
import type { ChannelRecord } from '../../../state/records.ts';
import { addThread } from '../../../state/threads/threads.ts';
import { checkMessage, createFlags, type MessageBody } from '../../../validate/message-rules.ts';
import { bot, inGuildChannel, messageIn } from '../../access.ts';
import { openPost, type PostBody } from '../../channels/forum-post.ts';
import { roomForThread } from '../../channels/thread-access.ts';
import { type Call, created, route } from '../../route.ts';

interface ThreadBody {
  readonly name: string;
  readonly auto_archive_duration?: ArchiveAfter | null;
  readonly rate_limit_per_user?: number | null;
  readonly type?: number | null;
  readonly invitable?: boolean | null;
}

const isForum = ({ world, params }: Call<unknown>) =>
  forumTypes.has(world.channels.get(params.channel ?? '')?.type ?? -1);

export const threadRoutes = [
  route<ThreadBody>({
    method: 'POST',
    path: '/channels/:channel/messages/:message/threads',
    answers: 'ThreadResponseSchema',
    schema: 'CreateTextThreadWithMessageRequestSchema',
    limit: { requests: 50, seconds: 300 },
    run: call => {
      const { channel, guild, needs } = inGuildChannel(call);
      const source = messageIn(channel, call);
      if (source.thread !== undefined) throw new Refusal('threadExists');
      const type = typeUnder(channel);
      needs(Permission.createPublicThreads | Permission.readMessageHistory);
      roomForThread(guild);
      const thread = addThread(call.world, guild, channel, { ...fieldsOf(call), type, source });
      return created(jsonFor(call, thread));
    },
  }),
  route<ThreadBody | PostBody>({
    method: 'POST',
    path: '/channels/:channel/threads',
    answers: 'CreatedThreadResponse',
    files: true,
    schema: (_body, call) =>
      isForum(call) ? 'CreateForumThreadRequestSchema' : 'CreateTextThreadWithoutMessageRequestSchema',
    check: call => {
      const { message } = call.body as Partial<PostBody>;
      const issues = message && checkMessage(message as MessageBody, { flags: createFlags });
      return issues && { message: issues };
    },
    writesMessage: body => ('message' in body ? body.message : undefined),
    limit: { requests: 50, seconds: 300 },
    run: call => {
      const access = inGuildChannel(call);
      const { channel, guild } = access;
      if (!forumTypes.has(channel.type)) return created(jsonFor(call, openThread(call as Call<ThreadBody>)));
      const { thread, messageJson } = openPost(call as Call<PostBody>, access, guild);
      return created({ ...jsonFor(call, thread), message: messageJson });
    },
  }),
];

/** Without a type it is private, as the documentation warns. */
function openThread(call: Call<ThreadBody>): ChannelRecord {
  const { channel, guild, needs } = inGuildChannel(call);
  const type = call.body.type ?? threadTypes.private;
  const isPrivate = type === threadTypes.private;
  const fits = isPrivate ? channel.type === channelTypes.text : type === typeUnder(channel);
  if (!fits) throw new Refusal('wrongChannelType');
  needs(isPrivate ? Permission.createPrivateThreads : Permission.createPublicThreads);
  roomForThread(guild);
  const invitable = call.body.invitable ?? undefined;
  return addThread(call.world, guild, channel, { ...fieldsOf(call), type, invitable });
}

function typeUnder({ type }: ChannelRecord): number {
  if (type === channelTypes.text) return threadTypes.public;
  if (type === channelTypes.announcement) return threadTypes.announcement;
  throw new Refusal('wrongChannelType');
}

const fieldsOf = (call: Call<ThreadBody>) => ({
  name: call.body.name,
  owner: bot(call).bot,
  archiveAfter: call.body.auto_archive_duration ?? undefined,
  rateLimitPerUser: call.body.rate_limit_per_user ?? undefined,
});

const jsonFor = (call: Call<unknown>, channel: ChannelRecord) =>
  channel.thread === undefined ? {} : threadJsonFor(channel, channel.thread, bot(call).bot.id);
