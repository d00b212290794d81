/** The events by which an organiser's repair shows, whatever it was. */
import { type Client, type ClientEvents, Events } from 'discord.js';

/** @param changed may be called several times for one repair: dragging a role changes many. @returns how to stop. */
export function onRepair(client: Client, changed: (guildId: string) => void): () => void {
  const stops = [
    on(client, Events.GuildRoleUpdate, (_, role) => changed(role.guild.id)),
    // A deletion makes room, where a server was full.
    on(client, Events.GuildRoleDelete, role => changed(role.guild.id)),
    on(client, Events.ChannelUpdate, (_, channel) => {
      if ('guildId' in channel) changed(channel.guildId);
    }),
    on(client, Events.ChannelDelete, channel => {
      if ('guildId' in channel) changed(channel.guildId);
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
  };
}

export function on<E extends keyof ClientEvents>(
  client: Client,
  event: E,
  listener: (...args: ClientEvents[E]) => void,
): () => void {
  client.on(event, listener);
  return () => client.off(event, listener);
}
