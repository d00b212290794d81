/** Threads and their members as the API gives them. */
import type { APIThreadChannel, APIThreadMember } from 'discord-api-types/v10';
import { channelPermissions, has, Permission } from '../permissions.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from '../state/records.ts';
import type { ThreadMemberRecord, ThreadRecord } from '../state/threads/thread-record.ts';
import { memberJson } from './user.ts';

/** Discord stops counting there. */
const countsMembersTo = 50;
const privateThread = 12;

export const memberCount = ({ members }: ThreadRecord) => Math.min(members.size, countsMembersTo);

export function threadJson(channel: ChannelRecord, thread: ThreadRecord): APIThreadChannel {
  return {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    parent_id: channel.parentId,
    owner_id: thread.ownerId,
    name: channel.name,
    last_message_id: channel.lastMessageId,
    rate_limit_per_user: channel.rateLimitPerUser,
    flags: channel.flags,
    message_count: thread.messageCount,
    total_message_sent: thread.sentCount,
    member_count: memberCount(thread),
    thread_metadata: {
      archived: thread.archived,
      archive_timestamp: thread.archiveChangedAt,
      auto_archive_duration: thread.archiveAfter,
      locked: thread.locked,
      create_timestamp: thread.createdAt,
      ...(channel.type === privateThread && { invitable: thread.invitable }),
    },
    ...(thread.appliedTags.length > 0 && { applied_tags: [...thread.appliedTags] }),
  } as unknown as APIThreadChannel;
}

/** As this user sees it: with the own membership, if there is one. */
export function threadJsonFor(channel: ChannelRecord, thread: ThreadRecord, userId: string): APIThreadChannel {
  const own = thread.members.get(userId);
  const json = threadJson(channel, thread);
  return own === undefined ? json : ({ ...json, member: threadMemberJson(channel.id, own) } as APIThreadChannel);
}

/** The active ones that a bot finds in GUILD_CREATE: those it sees. */
export function visibleThreadsJson(guild: GuildRecord, own: MemberRecord): APIThreadChannel[] {
  return [...guild.threads.values()].flatMap(channel => {
    if (channel.thread === undefined || channel.thread.archived) return [];
    // Whether somebody sees a channel does not depend on the time.
    const permissions = channelPermissions(guild, own, channel, 0);
    return has(permissions, Permission.viewChannel) ? threadJsonFor(channel, channel.thread, own.user.id) : [];
  });
}

/** `guild`: with the guild member, for those who asked `with_member`. */
export function threadMemberJson(threadId: string, record: ThreadMemberRecord, guild?: GuildRecord): APIThreadMember {
  const member = guild?.members.get(record.userId);
  return {
    id: threadId,
    user_id: record.userId,
    join_timestamp: record.joinedAt,
    flags: 0,
    ...(member !== undefined && { member: memberJson(member) }),
  } as unknown as APIThreadMember;
}
