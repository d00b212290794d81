/** Hears what changes on a server: a repair is tried out at once, a deleted role or channel of ours is noted. */
import { type Client, Events } from 'discord.js';
import { lossOf, type OrganiserProblem } from '../../domain/problem.ts';
import type { Log } from '../../log.ts';
import { markGone } from '../../store/bindings.ts';
import type { Db } from '../../store/database.ts';
import { on, onRepair } from './repairs.ts';

export interface ListenOptions {
  readonly client: Client;
  readonly db: Db;
  readonly log: Log;
  /** Makes due what waits for a repair on this server. */
  readonly retryBlocked: (guildId: string) => Promise<void>;
  /** Looks whether the change broke something. */
  readonly checkUp?: (guildId: string) => Promise<void>;
  readonly tell: (guildId: string, problem: OrganiserProblem) => Promise<void>;
  /** Milliseconds in which changes of one server are taken as one. */
  readonly settling?: number;
}

/** @returns how to stop listening. */
export function listenForRepairs(options: ListenOptions): () => void {
  const { client, db, log, retryBlocked, checkUp, tell, settling = 1_000 } = options;
  const timers = new Map<string, NodeJS.Timeout>();
  const failed = (guildId: string) => (error: unknown) =>
    log.error({ err: error, guildId }, 'A change on the server could not be acted on');

  function changed(guildId: string): void {
    if (timers.has(guildId)) return;
    const retry = () => {
      timers.delete(guildId);
      retryBlocked(guildId).catch(failed(guildId));
      checkUp?.(guildId).catch(failed(guildId));
    };
    timers.set(guildId, setTimeout(retry, settling));
  }

  async function noteGone(guildId: string, id: string): Promise<void> {
    for (const binding of await markGone(db, guildId, id)) await tell(guildId, lossOf(binding));
  }

  function deleted(guildId: string, id: string): void {
    noteGone(guildId, id).catch(failed(guildId));
  }

  const stops = [
    onRepair(client, changed),
    on(client, Events.GuildRoleDelete, role => deleted(role.guild.id, role.id)),
    // A session's thread: what it would have said goes to the channel, and nobody has to repair anything.
    on(client, Events.ThreadDelete, ({ guildId, id }) => {
      markGone(db, guildId, id).catch(failed(guildId));
    }),
    on(client, Events.ChannelDelete, channel => {
      if ('guildId' in channel) deleted(channel.guildId, channel.id);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}
