/** Changes of a thread or post by a bot. */
import { Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { has, Permission } from '../../permissions.ts';
import type { ArchiveAfter } from '../../state/channels/channel-settings-record.ts';
import { ChannelFlag, forumTypes } from '../../state/channels/channel-types.ts';
import type { ChannelRecord, GuildRecord } from '../../state/records.ts';
import { changeThread, isPinned } from '../../state/threads/threads.ts';
import { bot, type InGuildChannel } from '../access.ts';
import type { Call } from '../route.ts';
import { appliedTags } from './forum-tags.ts';
import { roomForThread } from './thread-access.ts';

export interface ThreadBody {
  readonly name?: string | null;
  readonly archived?: boolean | null;
  readonly locked?: boolean | null;
  readonly invitable?: boolean | null;
  readonly auto_archive_duration?: ArchiveAfter | null;
  readonly rate_limit_per_user?: number | null;
  readonly flags?: number | null;
  readonly applied_tags?: readonly string[] | null;
}

export function editThread(call: Call<ThreadBody>, { channel, guild, permissions, needs }: InGuildChannel): void {
  const { thread } = channel;
  const { body, world } = call;
  const me = bot(call).bot;
  if (thread === undefined) return;
  const manages = has(permissions, Permission.manageThreads);
  if (thread.archived && body.archived !== false) throw new Refusal('archivedThread');
  if (thread.locked && !manages) throw new Refusal('lockedThread');
  const { archived, ...others } = body;
  const changesMore = archived === true || Object.values(others).some(value => value != null);
  if (archived === false) needs(Permission.sendMessagesInThreads);
  if (changesMore && thread.ownerId !== me.id) needs(Permission.manageThreads);
  if (body.locked != null || body.rate_limit_per_user != null || body.flags != null) needs(Permission.manageThreads);
  if (thread.archived && archived === false) roomForThread(guild);
  const parent = guild.channels.get(channel.parentId ?? '');
  const inForum = parent !== undefined && forumTypes.has(parent.type);
  changeThread(
    world,
    channel,
    {
      name: body.name ?? undefined,
      archived: archived ?? undefined,
      locked: body.locked ?? undefined,
      invitable: body.invitable ?? undefined,
      archiveAfter: body.auto_archive_duration ?? undefined,
      rateLimitPerUser: body.rate_limit_per_user ?? undefined,
      flags: body.flags == null || !inForum ? undefined : pinnedFlags(guild, channel, body.flags),
      appliedTags:
        body.applied_tags == null || !inForum
          ? undefined
          : appliedTags(parent, body.applied_tags, { moderates: manages, before: thread.appliedTags }),
    },
    me,
  );
}

/** A forum has room for so many pinned posts. */
function pinnedFlags(guild: GuildRecord, channel: ChannelRecord, flags: number): number {
  const wanted = flags & ChannelFlag.pinned;
  const others = [...guild.threads.values()].filter(
    other => other !== channel && other.parentId === channel.parentId && isPinned(other),
  );
  if (wanted !== 0 && others.length >= limits.pinnedPosts.max) throw new Refusal('tooManyPinnedPosts');
  return (channel.flags & ~ChannelFlag.pinned) | wanted;
}
