/** Members in threads and forums. */
import { Permission, toWriteIn } from '../permissions.ts';
import { channelTypes, forumTypes, threadTypes } from '../state/channels/channel-types.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from '../state/records.ts';
import { addToThread, removeFromThread } from '../state/threads/thread-members.ts';
import { addThread, bringIntoThread, changeThread } from '../state/threads/threads.ts';
import { channelOf, memberOf, type World } from '../state/world.ts';
import type { MemberThreads } from '../surface/threads.ts';
import type { Context } from './context.ts';
import { post } from './post.ts';
import { mayIn } from './view.ts';

export function memberThreads(
  { world, channel: handle }: Context,
  guild: GuildRecord,
  member: MemberRecord,
): MemberThreads {
  const { user } = member;
  const needs = (channel: ChannelRecord, permission: bigint) => {
    if (!mayIn(world, member, channel, permission)) throw new Error(`${user.name} may not do that in ${channel.name}`);
  };
  const threadOf = ({ id }: { readonly id: string }) => {
    const channel = channelOf(world, id);
    if (channel.thread === undefined) throw new Error(`${channel.name} is no thread`);
    needs(channel, Permission.viewChannel);
    return { channel, thread: channel.thread };
  };
  const mayManage = ({ channel, thread }: ReturnType<typeof threadOf>) =>
    thread.ownerId === user.id || mayIn(world, member, channel, Permission.manageThreads);

  return {
    opensThread({ name, in: where, from, isPrivate = false }) {
      const parent = parentOf(world, from?.message?.channel_id ?? where?.id, isPrivate);
      needs(parent, Permission.viewChannel);
      needs(parent, isPrivate ? Permission.createPrivateThreads : Permission.createPublicThreads);
      const source = from?.message === undefined ? undefined : parent.messages.get(from.message.id);
      if (from !== undefined && source === undefined) throw new Error('that message is gone');
      if (source?.thread !== undefined) throw new Error(`that message has a thread already: ${source.thread.name}`);
      const open = parent.type === channelTypes.announcement ? threadTypes.announcement : threadTypes.public;
      const type = isPrivate ? threadTypes.private : open;
      return handle(addThread(world, guild, parent, { name, owner: user, type, source }));
    },
    posts: fields => handle(post(world, guild, member, fields)),
    joinsThread(where) {
      const { channel, thread } = threadOf(where);
      if (thread.archived) throw new Error(`${channel.name} is archived`);
      addToThread(world, channel, [user.id]);
    },
    leavesThread: where => removeFromThread(world, threadOf(where).channel, user.id),
    bringsIntoThread(where, { id }) {
      const { channel } = threadOf(where);
      needs(channel, toWriteIn(channel));
      bringIntoThread(world, channel, memberOf(guild, id).user, user);
    },
    archivesThread(where) {
      const found = threadOf(where);
      if (!mayManage(found)) throw new Error(`${user.name} may not archive ${found.channel.name}`);
      changeThread(world, found.channel, { archived: true }, user);
    },
    locksThread(where, locked = true) {
      const { channel } = threadOf(where);
      needs(channel, Permission.manageThreads);
      changeThread(world, channel, { locked }, user);
    },
  };
}

function parentOf(world: World, id: string | undefined, isPrivate: boolean): ChannelRecord {
  if (id === undefined) throw new Error('opensThread needs the channel (`in`) or a message (`from`)');
  const parent = channelOf(world, id);
  if (forumTypes.has(parent.type)) throw new Error(`${parent.name} is a forum: use posts({ in, title, text })`);
  const allowed = isPrivate ? [channelTypes.text] : [channelTypes.text, channelTypes.announcement];
  if (!(allowed as readonly number[]).includes(parent.type)) throw new Error(`no such thread can be in ${parent.name}`);
  return parent;
}
