/** Threads: to bots that see them; who joined or left, behind the privileged intent unless it is the bot itself. */

import { Intent } from '../../intents.ts';
import { channelPermissions, has, Permission } from '../../permissions.ts';
import { memberCount, threadJson, threadJsonFor, threadMemberJson } from '../../serial/thread.ts';
import { applicationOfBot } from '../../state/applications.ts';
import type { WorldEvent } from '../../state/events.ts';
import type { ApplicationRecord, ChannelRecord, GuildRecord } from '../../state/records.ts';
import { activeThreads } from '../../state/threads/threads.ts';
import { guildHolding, type World } from '../../state/world.ts';
import { type Dispatch, type DispatchesOf, inGuild, onlyFor } from './dispatch.ts';

export const threadDispatches: DispatchesOf<
  | 'thread-created'
  | 'thread-changed'
  | 'thread-deleted'
  | 'thread-members-changed'
  | 'thread-bot-came'
  | 'thread-bot-told'
  | 'threads-revealed'
> = {
  'thread-created': (world, { thread }) =>
    toViewers(world, 'THREAD_CREATE', thread, bot => ({ ...jsonFor(thread, bot), newly_created: true })),
  'thread-changed': (world, { thread }) =>
    toViewers(world, 'THREAD_UPDATE', thread, () => thread.thread && threadJson(thread, thread.thread)),
  'thread-deleted': (world, { thread }) =>
    toViewers(world, 'THREAD_DELETE', thread, () => ({
      id: thread.id,
      guild_id: thread.guildId,
      parent_id: thread.parentId,
      type: thread.type,
    })),
  'thread-members-changed': (world, event) => {
    const { thread, added, removedIds } = event;
    const concerned = new Set([...added.map(({ userId }) => userId), ...removedIds]);
    const data = ({ bot }: ApplicationRecord) => (concerned.has(bot.id) ? undefined : membersJson(world, event));
    return toViewers(world, 'THREAD_MEMBERS_UPDATE', thread, data, Intent.guildMembers);
  },
  // The thread itself first: the bot may not have known it.
  'thread-bot-came': (world, { thread, botId }) => {
    const dispatch = toViewers(world, 'THREAD_CREATE', thread, bot => jsonFor(thread, bot));
    return dispatch && onlyFor(botId, dispatch);
  },
  'threads-revealed': (world, event) =>
    onlyFor(
      event.botId,
      inGuild(world, 'THREAD_LIST_SYNC', event.guild.id, () => revealedJson(world, event)),
    ),
  'thread-bot-told': (world, { botId, ...event }) => {
    const { guildId } = event.thread;
    if (guildId === undefined) return undefined;
    return onlyFor(
      botId,
      inGuild(world, 'THREAD_MEMBERS_UPDATE', guildId, () => membersJson(world, event)),
    );
  },
};

/** The active threads of channels that the bot sees from now on. */
function revealedJson(world: World, { guild, botId, channelIds }: Revealed) {
  const threads = activeThreads(guild).filter(thread => channelIds.includes(thread.parentId ?? ''));
  const application = applicationOfBot(world, botId);
  const seen = threads.filter(thread => application !== undefined && sees(world, guild, thread, application));
  return {
    guild_id: guild.id,
    channel_ids: channelIds,
    threads: seen.flatMap(channel => (channel.thread === undefined ? [] : [threadJson(channel, channel.thread)])),
    members: seen.flatMap(({ id, thread }) => {
      const own = thread?.members.get(botId);
      return own === undefined ? [] : [threadMemberJson(id, own)];
    }),
  };
}

type Revealed = Extract<WorldEvent, { readonly kind: 'threads-revealed' }>;

function toViewers(
  world: World,
  event: string,
  thread: ChannelRecord,
  data: (application: ApplicationRecord) => unknown,
  intent: number = Intent.guilds,
): Dispatch | undefined {
  const guild = guildHolding(world, thread);
  if (guild === undefined) return undefined;
  const ifSeen = (application: ApplicationRecord) =>
    sees(world, guild, thread, application) ? data(application) : undefined;
  return inGuild(world, event, guild.id, ifSeen, intent);
}

function sees(world: World, guild: GuildRecord, thread: ChannelRecord, { bot }: ApplicationRecord): boolean {
  const me = guild.members.get(bot.id);
  return me !== undefined && has(channelPermissions(guild, me, thread, world.clock.millis()), Permission.viewChannel);
}

const jsonFor = (channel: ChannelRecord, { bot }: ApplicationRecord) =>
  channel.thread && threadJsonFor(channel, channel.thread, bot.id);

type MembersChanged = Extract<WorldEvent, { readonly kind: 'thread-members-changed' }>;

function membersJson(world: World, { thread, added, removedIds }: Omit<MembersChanged, 'kind'>) {
  const guild = guildHolding(world, thread);
  return {
    id: thread.id,
    guild_id: thread.guildId,
    member_count: thread.thread && memberCount(thread.thread),
    ...(added.length > 0 && {
      added_members: added.map(record => ({ ...threadMemberJson(thread.id, record, guild), presence: null })),
    }),
    ...(removedIds.length > 0 && { removed_member_ids: removedIds }),
  };
}
