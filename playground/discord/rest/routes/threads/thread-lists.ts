/** Lists of threads: the active ones of a guild, the archived ones of a channel. */
import { Refusal } from '../../../errors.ts';
import { channelPermissions, has, Permission } from '../../../permissions.ts';
import { threadJson, threadMemberJson } from '../../../serial/thread.ts';
import { bySnowflake } from '../../../snowflake.ts';
import { threadTypes } from '../../../state/channels/channel-types.ts';
import type { ChannelRecord } from '../../../state/records.ts';
import { activeThreads } from '../../../state/threads/threads.ts';
import { bot, type InChannel, inChannel, inGuild } from '../../access.ts';
import { dateIn, numberIn, snowflakeIn } from '../../query.ts';
import { type Call, ok, route } from '../../route.ts';

export const threadListRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/threads/active',
    answers: 'ThreadsResponseSchema',
    run: call => {
      const { guild, me } = inGuild(call);
      const now = call.world.clock.millis();
      const seen = activeThreads(guild)
        .filter(thread => has(channelPermissions(guild, me, thread, now), Permission.viewChannel))
        .sort((a, b) => bySnowflake(b.id, a.id));
      return ok(listJson(call, seen, false));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/threads/archived/public',
    answers: 'ThreadsResponseSchema',
    run: call => {
      const access = inParent(call);
      const threads = archived(access, type => type !== threadTypes.private);
      return ok(page(call, threads, archivedBefore(call)));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/threads/archived/private',
    answers: 'ThreadsResponseSchema',
    run: call => {
      const access = inParent(call);
      access.needs(Permission.manageThreads);
      const threads = archived(access, type => type === threadTypes.private);
      return ok(page(call, threads, archivedBefore(call)));
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/users/@me/threads/archived/private',
    answers: 'ThreadsResponseSchema',
    run: call => {
      const access = inParent(call);
      const me = bot(call).bot.id;
      const before = snowflakeIn(call.query, 'before');
      const joined = archived(access, type => type === threadTypes.private)
        .filter(({ thread }) => thread?.members.has(me) === true)
        .sort((a, b) => bySnowflake(b.id, a.id));
      return ok(page(call, joined, ({ id }) => before === undefined || bySnowflake(id, before) < 0));
    },
  }),
];

function inParent(call: Call<unknown>): InChannel {
  const access = inChannel(call);
  if (access.guild === undefined || access.channel.thread !== undefined) throw new Refusal('wrongChannelType');
  access.needs(Permission.readMessageHistory);
  return access;
}

/** Latest archived first. */
function archived({ channel, guild }: InChannel, fits: (type: number) => boolean): readonly ChannelRecord[] {
  const changedAt = ({ thread }: ChannelRecord) => Date.parse(thread?.archiveChangedAt ?? '');
  return [...(guild?.threads.values() ?? [])]
    .filter(({ parentId, thread, type }) => parentId === channel.id && thread?.archived === true && fits(type))
    .sort((a, b) => changedAt(b) - changedAt(a));
}

function archivedBefore({ query }: Call<unknown>): (channel: ChannelRecord) => boolean {
  const before = dateIn(query, 'before') ?? Number.POSITIVE_INFINITY;
  return ({ thread }) => Date.parse(thread?.archiveChangedAt ?? '') < before;
}

function page(call: Call<unknown>, all: readonly ChannelRecord[], fits: (channel: ChannelRecord) => boolean) {
  const limit = numberIn(call.query, 'limit', 50, 100, 2);
  const left = all.filter(fits);
  return listJson(call, left.slice(0, limit), left.length > limit);
}

function listJson(call: Call<unknown>, threads: readonly ChannelRecord[], more: boolean) {
  const me = bot(call).bot.id;
  return {
    threads: threads.flatMap(channel => (channel.thread === undefined ? [] : [threadJson(channel, channel.thread)])),
    members: threads.flatMap(({ id, thread }) => {
      const own = thread?.members.get(me);
      return own === undefined ? [] : [threadMemberJson(id, own)];
    }),
    has_more: more,
  };
}
