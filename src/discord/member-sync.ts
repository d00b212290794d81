/**
 * With MEMBER_SYNC, Discord tells at once who has joined or left, passed the rules gate, or got or lost a role. Everything
 * here happens without it as well, only later.
 */
import { type Client, GatewayDispatchEvents } from 'discord.js';
import type { GatewayGuildMemberAddDispatchData, GatewayGuildMemberUpdateDispatchData } from 'discord-api-types/v10';
import type { Flows } from '../flows/index.ts';
import type { Log } from '../log.ts';

export interface MemberSync {
  readonly client: Client;
  readonly flows: Pick<Flows, 'hearOfDeparture' | 'seeRoles'>;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

type Described = GatewayGuildMemberAddDispatchData | GatewayGuildMemberUpdateDispatchData;

export function listenForMembers({ client, flows, now, log }: MemberSync): void {
  const look = ({ guild_id: guildId, user, roles, pending }: Described): void => {
    if (pending || user.bot) return;
    const seen = { member: { guildId, userId: user.id }, roleIds: roles, because: `event/${now().epochMilliseconds}` };
    flows.seeRoles(seen).catch(error => {
      log.error({ err: error, guildId }, 'The roles of a member could not be looked at');
    });
  };
  // Raw: the cache holds few members, and who is not in it comes without roles.
  client.ws.on(GatewayDispatchEvents.GuildMemberAdd, look);
  client.ws.on(GatewayDispatchEvents.GuildMemberUpdate, look);
  client.ws.on(GatewayDispatchEvents.GuildMemberRemove, ({ guild_id: guildId, user }) => {
    flows.hearOfDeparture({ guildId, userId: user.id }).catch(error => {
      log.error({ err: error, guildId }, 'That a member left could not be noted');
    });
  });
}
