/** Hears what changes on a server: a repair is tried out at once, a deleted role or channel of ours is noted. */
import { type Client, type ClientEvents, Events } from 'discord.js';
import { certificatesChannel } from '../../domain/binding.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import type { Log } from '../../log.ts';
import { markGone } from '../../store/bindings.ts';
import type { Db } from '../../store/database.ts';

export interface ListenOptions {
  readonly client: Client;
  readonly db: Db;
  readonly log: Log;
  /** Makes due what waits for a repair on this server. */
  readonly retryBlocked: (guildId: string) => Promise<void>;
  readonly tell: (guildId: string, problem: OrganiserProblem) => Promise<void>;
  /** Milliseconds in which changes of one server are taken as one: dragging a role changes many. */
  readonly settling?: number;
}

/** @returns how to stop listening. */
export function listenForRepairs({ client, db, log, retryBlocked, tell, settling = 1_000 }: ListenOptions): () => void {
  const timers = new Map<string, NodeJS.Timeout>();
  const failed = (guildId: string) => (error: unknown) =>
    log.error({ err: error, guildId }, 'A change on the server could not be acted on');

  function changed(guildId: string): void {
    if (timers.has(guildId)) return;
    const retry = () => {
      timers.delete(guildId);
      retryBlocked(guildId).catch(failed(guildId));
    };
    timers.set(guildId, setTimeout(retry, settling));
  }

  async function noteGone(guildId: string, id: string): Promise<void> {
    for (const binding of await markGone(db, guildId, id)) await tell(guildId, problemOf(binding));
  }

  function deleted(guildId: string, id: string): void {
    noteGone(guildId, id)
      .catch(failed(guildId))
      // It also made room, where the server was full.
      .finally(() => changed(guildId));
  }

  const stops = [
    on(client, Events.GuildRoleUpdate, (_, role) => changed(role.guild.id)),
    on(client, Events.GuildRoleDelete, role => deleted(role.guild.id, role.id)),
    on(client, Events.ChannelUpdate, (_, channel) => {
      if ('guildId' in channel) changed(channel.guildId);
    }),
    on(client, Events.ChannelDelete, channel => {
      if ('guildId' in channel) deleted(channel.guildId, channel.id);
    }),
    on(client, Events.GuildMemberUpdate, (_, member) => {
      if (member.id === client.user?.id) changed(member.guild.id);
    }),
    on(client, Events.GuildUpdate, (_, guild) => changed(guild.id)),
    // An outage ended, or the bot was invited again. Removals change nothing: what was earned waits.
    on(client, Events.GuildAvailable, guild => changed(guild.id)),
    on(client, Events.GuildCreate, guild => changed(guild.id)),
    // After a new session nobody tells what was missed.
    on(client, Events.ShardReady, () => {
      for (const guildId of client.guilds.cache.keys()) changed(guildId);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

function problemOf(binding: string): OrganiserProblem {
  if (binding === certificatesChannel) return { kind: 'channel-deleted', binding };
  return { kind: 'role-deleted', certificateId: binding.slice(binding.indexOf(':') + 1) };
}

function on<E extends keyof ClientEvents>(
  client: Client,
  event: E,
  listener: (...args: ClientEvents[E]) => void,
): () => void {
  client.on(event, listener);
  return () => client.off(event, listener);
}
