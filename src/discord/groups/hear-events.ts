/** Hears what happens to scheduled events, by hand and by Cairn, and who is interested. */
import { type Client, Events, GatewayDispatchEvents } from 'discord.js';
import type {
  GatewayGuildScheduledEventDeleteDispatchData,
  GatewayGuildScheduledEventUpdateDispatchData,
  GatewayGuildScheduledEventUserAddDispatchData,
} from 'discord-api-types/v10';
import type { Flows } from '../../flows/index.ts';
import type { Log } from '../../log.ts';
import { on } from '../effects/repairs.ts';
import { seenEvent } from './seen-event.ts';

export interface HearOptions {
  readonly client: Client;
  readonly flows: Pick<Flows, 'compareAllEvents' | 'hearOfEvent' | 'hearOfInterest'>;
  readonly log: Log;
}

/** @returns how to stop. */
export function hearEvents({ client, flows, log }: HearOptions): () => void {
  const noted = (guildId: string, noting: Promise<void>) => {
    noting.catch(error => log.error({ err: error, guildId }, 'What happened to an event could not be noted'));
  };
  const interest = (isInterested: boolean) => (data: GatewayGuildScheduledEventUserAddDispatchData) => {
    const { guild_id: guildId, guild_scheduled_event_id: eventId, user_id: userId } = data;
    noted(guildId, flows.hearOfInterest({ guildId, eventId, userId, isInterested }));
  };
  const compare = (guildId: string) => noted(guildId, flows.compareAllEvents(guildId));
  const changed = (data: GatewayGuildScheduledEventUpdateDispatchData) => {
    noted(data.guild_id, flows.hearOfEvent(data.guild_id, seenEvent(data)));
  };
  const deleted = ({ guild_id: guildId, id }: GatewayGuildScheduledEventDeleteDispatchData) => {
    noted(guildId, flows.hearOfEvent(guildId, { id, status: 'deleted' }));
  };
  const compareAll = () => {
    for (const guildId of client.guilds.cache.keys()) compare(guildId);
  };
  if (client.isReady()) compareAll();
  const stops = [
    raw(client, GatewayDispatchEvents.GuildScheduledEventUpdate, changed),
    raw(client, GatewayDispatchEvents.GuildScheduledEventDelete, deleted),
    raw(client, GatewayDispatchEvents.GuildScheduledEventUserAdd, interest(true)),
    raw(client, GatewayDispatchEvents.GuildScheduledEventUserRemove, interest(false)),
    on(client, Events.GuildAvailable, guild => compare(guild.id)),
    on(client, Events.GuildCreate, guild => compare(guild.id)),
    on(client, Events.ShardReady, compareAll),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** As it comes: whoever is interested need not be in any cache. */
function raw<Data>(client: Client, event: GatewayDispatchEvents, listener: (data: Data) => void): () => void {
  client.ws.on(event, listener);
  return () => client.ws.off(event, listener);
}
