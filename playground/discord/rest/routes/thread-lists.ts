/** Lists of threads: the active ones of a guild, the archived ones of a channel. */
import { invalid, Refusal } from '../../errors.ts';
import { channelPermissions, has, Permission } from '../../permissions.ts';
import { threadJson, threadMemberJson } from '../../serial/thread.ts';
import { bySnowflake } from '../../snowflake.ts';
import type { ChannelRecord } from '../../state/records.ts';
import { activeThreads, threadTypes } from '../../state/threads.ts';
import { bot, type InChannel, inChannel, inGuild } from '../access.ts';
import { type Call, ok, route } from '../route.ts';

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
      return ok(
        page(
          call,
          archived(access, type => type !== threadTypes.private),
          archivedBefore(call),
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/threads/archived/private',
    answers: 'ThreadsResponseSchema',
    run: call => {
      const access = inParent(call);
      access.needs(Permission.manageThreads);
      return ok(
        page(
          call,
          archived(access, type => type === threadTypes.private),
          archivedBefore(call),
        ),
      );
    },
  }),
  route({
    method: 'GET',
    path: '/channels/:channel/users/@me/threads/archived/private',
    answers: 'ThreadsResponseSchema',
    run: call => {
      const access = inParent(call);
      const me = bot(call).bot.id;
      const before = call.query.get('before');
      const joined = archived(access, type => type === threadTypes.private)
        .filter(({ thread }) => thread?.members.has(me) === true)
        .sort((a, b) => bySnowflake(b.id, a.id));
      return ok(page(call, joined, ({ id }) => before === null || bySnowflake(id, before) < 0));
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
  const before = query.get('before');
  if (before === null) return () => true;
  const time = Date.parse(before);
  if (Number.isNaN(time)) throw invalid('before', 'DATE_TIME_TYPE_PARSE', `Could not parse ${before}.`);
  return ({ thread }) => Date.parse(thread?.archiveChangedAt ?? '') < time;
}

function page(call: Call<unknown>, all: readonly ChannelRecord[], fits: (channel: ChannelRecord) => boolean) {
  const limit = Number(call.query.get('limit') ?? 50);
  if (!(limit >= 2 && limit <= 100))
    throw invalid('limit', 'NUMBER_TYPE_MIN', 'int value should be between 2 and 100.');
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
