/** The threads of a guild. */
import { Permission } from '../permissions.ts';
import type { GuildRecord } from '../state/records.ts';
import { activeThreads, deleteThread } from '../state/threads/threads.ts';
import type { GuildThreads } from '../surface/threads.ts';
import type { Context } from './context.ts';
import { mayIn } from './view.ts';

export function guildThreads({ world, channel: handle }: Context, guild: GuildRecord): Omit<GuildThreads, 'threads'> {
  const threadIn = (idOrName: string) => {
    const found = guild.threads.get(idOrName) ?? [...guild.threads.values()].find(({ name }) => name === idOrName);
    if (found === undefined) throw new Error(`${guild.name} has no thread "${idOrName}"`);
    return found;
  };
  return {
    thread: idOrName => handle(threadIn(idOrName)),
    deleteThread: ({ id }) => deleteThread(world, guild, threadIn(id)),
    threadsVisibleTo({ id }, channel) {
      const member = guild.members.get(id);
      if (member === undefined) return [];
      return activeThreads(guild)
        .filter(thread => channel === undefined || thread.parentId === channel.id)
        .filter(thread => mayIn(world, member, thread, Permission.viewChannel))
        .map(handle);
    },
  };
}
