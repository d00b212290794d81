/** Who belongs to a thread. */
import { Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { channelPermissions, has, Permission } from '../../../permissions.ts';
import { threadMemberJson } from '../../../serial/thread.ts';
import { threadTypes } from '../../../state/channels/channel-types.ts';
import { addToThread, removeFromThread } from '../../../state/threads/thread-members.ts';
import { bringIntoThread, takeOutOfThread } from '../../../state/threads/threads.ts';
import { memberOf } from '../../../state/world.ts';
import { bot, mayListMembers } from '../../access.ts';
import { type InThread, inThread } from '../../channels/thread-access.ts';
import { pageById } from '../../pages.ts';
import { isSet, numberIn, snowflakeIn } from '../../query.ts';
import { type Call, done, ok, route } from '../../route.ts';

const asksForMember = ({ query }: Call<unknown>) => isSet(query, 'with_member');

export const threadMemberRoutes = [
  route({
    method: 'GET',
    path: '/channels/:channel/thread-members',
    answers: ['ThreadMemberResponseSchema'],
    run: call => {
      const { channel, thread, guild } = inThread(call);
      mayListMembers(call);
      const withMember = asksForMember(call) ? guild : undefined;
      // Only with members there are pages.
      const limit = withMember === undefined ? Number.POSITIVE_INFINITY : numberIn(call.query, 'limit', 100, 100);
      const after = withMember === undefined ? undefined : snowflakeIn(call.query, 'after');
      const page = pageById([...thread.members.values()], ({ userId }) => userId, { after, limit });
      return ok(page.map(record => threadMemberJson(channel.id, record, withMember)));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/thread-members/@me',
    answers: 'ThreadMemberResponseSchema',
    run: call => ok(memberIn(call, bot(call).bot.id)),
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/thread-members/:user',
    answers: 'ThreadMemberResponseSchema',
    run: call => ok(memberIn(call, call.params.user ?? '')),
  }),
  route({
    method: 'PUT',
    path: '/channels/:channel/thread-members/@me',
    run: call => {
      const access = openThread(call);
      roomIn(access);
      addToThread(call.world, access.channel, [bot(call).bot.id]);
      return done;
    },
  }),
  route({
    method: 'PUT',
    path: '/channels/:channel/thread-members/:user',
    limit: { requests: 5, seconds: 5 },
    run: call => {
      const access = openThread(call);
      const { channel, guild, thread, needs, manages } = access;
      needs(Permission.sendMessagesInThreads);
      const added = memberOf(guild, call.params.user ?? '');
      if (thread.members.has(added.user.id)) return done;
      const me = bot(call).bot;
      const invites = thread.invitable || manages || thread.ownerId === me.id;
      if (channel.type === threadTypes.private && !invites) throw new Refusal('missingPermissions');
      const parent = guild.channels.get(channel.parentId ?? '');
      const sees = parent && channelPermissions(guild, added, parent, call.world.clock.millis());
      if (sees === undefined || !has(sees, Permission.viewChannel)) throw new Refusal('missingAccess');
      roomIn(access);
      bringIntoThread(call.world, channel, added.user, me);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/channels/:channel/thread-members/@me',
    run: call => {
      removeFromThread(call.world, openThread(call).channel, bot(call).bot.id);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/channels/:channel/thread-members/:user',
    limit: { requests: 5, seconds: 5 },
    run: call => {
      const { channel, thread, needs } = openThread(call);
      const me = bot(call).bot;
      const isOwn = channel.type === threadTypes.private && thread.ownerId === me.id;
      if (!isOwn) needs(Permission.manageThreads);
      const record = thread.members.get(call.params.user ?? '');
      const user = record && call.world.users.get(record.userId);
      if (user === undefined) throw new Refusal('unknownMember');
      takeOutOfThread(call.world, channel, user, me);
      return done;
    },
  }),
];

function memberIn(call: Call<unknown>, userId: string): unknown {
  const { channel, thread, guild } = inThread(call);
  const record = thread.members.get(userId);
  if (record === undefined) throw new Refusal('unknownMember');
  return threadMemberJson(channel.id, record, asksForMember(call) ? guild : undefined);
}

function openThread(call: Call<unknown>): InThread {
  const access = inThread(call);
  if (access.thread.archived) throw new Refusal('archivedThread');
  return access;
}

function roomIn({ thread }: InThread): void {
  if (thread.members.size >= limits.threadMembers.max) throw new Refusal('tooManyThreadMembers');
}
