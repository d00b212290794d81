/** The switches of the gateway, for tests and the page. */

import { Intent } from '../intents.ts';
import type { World } from '../state/world.ts';
import type { GatewayControl } from '../surface/gateway.ts';
import type { Disturber } from './disturbance.ts';
import { sendGuild } from './greeting.ts';
import { Op } from './rules.ts';
import type { Sessions } from './sessions.ts';
import type { Sockets } from './sockets.ts';

export interface Controlled {
  readonly world: World;
  readonly sessions: Sessions;
  readonly sockets: Sockets;
  readonly disturber: Disturber;
  /** Ids of guilds that are unavailable. */
  readonly withheld: Set<string>;
}

export function createControl({ world, sessions, sockets, disturber, withheld }: Controlled): GatewayControl {
  const everywhere = (op: number, data: unknown) => {
    for (const connection of sockets.connections) connection.send(op, data);
  };
  const sessionsIn = (guildId: string) =>
    [...sessions.all.values()].filter(
      session => session.covers(guildId) && world.guilds.get(guildId)?.members.has(session.application.bot.id) === true,
    );

  return {
    get connected() {
      return [...sessions.all.values()].filter(({ wire }) => wire !== undefined).length;
    },
    get identifies() {
      return sessions.identifies;
    },
    get resumes() {
      return sessions.resumes;
    },
    get sessions() {
      return [...sessions.all.values()].map(({ application, identify, wire, presence }) => ({
        applicationId: application.id,
        shard: identify.shard,
        intents: identify.intents,
        connected: wire !== undefined,
        presence,
      }));
    },
    dropConnections(code) {
      for (const connection of sockets.connections) connection.close(code);
    },
    freeze() {
      for (const connection of sockets.connections) connection.freeze();
    },
    askToReconnect: () => everywhere(Op.reconnect, null),
    invalidateSessions(resumable) {
      // The connection stays, and the bot may identify or resume on it.
      sessions.detach(resumable);
      everywhere(Op.invalidSession, resumable);
    },
    withholdGuild: guildId => void withheld.add(guildId),
    makeUnavailable(guildId) {
      if (withheld.has(guildId)) return;
      for (const session of sessionsIn(guildId))
        if ((session.identify.intents & Intent.guilds) !== 0)
          session.dispatch('GUILD_DELETE', { id: guildId, unavailable: true });
      withheld.add(guildId);
    },
    releaseGuild(guildId) {
      const guild = world.guilds.get(guildId);
      if (!withheld.delete(guildId) || guild === undefined) return;
      for (const session of sessionsIn(guildId)) sendGuild(session, guild);
    },
    refuseConnections(refuse) {
      sockets.refusing = refuse;
    },
    disturb: how => disturber.disturb(how),
  };
}
