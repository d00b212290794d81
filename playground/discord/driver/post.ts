/** A member's post in a forum. */
import { has, Permission } from '../permissions.ts';
import { ChannelFlag, forumTypes, threadTypes } from '../state/channels/channel-types.ts';
import { resolveMentions } from '../state/messages/mentions.ts';
import { createMessage } from '../state/messages/messages.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from '../state/records.ts';
import { addThread } from '../state/threads/threads.ts';
import { channelOf, type World } from '../state/world.ts';
import type { NewPost } from '../surface/threads.ts';
import { permissionsFor } from './view.ts';

export function post(
  world: World,
  guild: GuildRecord,
  member: MemberRecord,
  { in: where, title, text, tags = [] }: NewPost,
): ChannelRecord {
  const { user } = member;
  const forum = channelOf(world, where.id);
  if (!forumTypes.has(forum.type)) throw new Error(`${forum.name} is no forum`);
  const permissions = permissionsFor(world, member, forum);
  if (!has(permissions, Permission.viewChannel | Permission.sendMessages))
    throw new Error(`${user.name} may not post in ${forum.name}`);
  if (tags.length === 0 && (forum.flags & ChannelFlag.requireTag) !== 0)
    throw new Error(`posts in ${forum.name} need a tag`);
  const appliedTags = tags.map(name => tagNamed(forum, name, has(permissions, Permission.manageThreads)));
  const thread = addThread(world, guild, forum, { name: title, owner: user, type: threadTypes.public, appliedTags });
  const mayPingAll = has(permissions, Permission.mentionEveryone);
  createMessage(world, thread, {
    id: thread.id,
    author: user,
    content: text,
    mentions: resolveMentions(text, { allowed: undefined, byDefault: 'everything', guild, mayPingAll }),
  });
  return thread;
}

function tagNamed(forum: ChannelRecord, name: string, moderates: boolean): string {
  const tags = forum.settings.tags ?? [];
  const tag = tags.find(({ id, name: known }) => id === name || known === name);
  if (tag === undefined)
    throw new Error(`${forum.name} has no tag "${name}". It has: ${tags.map(({ name: known }) => known).join(', ')}`);
  if (tag.moderated && !moderates) throw new Error(`only moderators may use the tag "${name}"`);
  return tag.id;
}
