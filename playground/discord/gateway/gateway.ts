/** The gateway: sessions of all bots, what each of them is told, and the switches that disturb it. */
import type { IncomingMessage, Server } from 'node:http';
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import { WebSocketServer } from 'ws';
import { applicationFlags } from '../serial/application.ts';
import { guildCreateJson } from '../serial/guild.ts';
import { userJson } from '../serial/user.ts';
import type { WorldEvent } from '../state/events.ts';
import type { ApplicationRecord, GuildRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { GatewayControl } from '../surface/local-discord.ts';
import { type Identify, Op, serve } from './connection.ts';
import { dispatchOf } from './dispatches/index.ts';
import { createSession, type Session } from './session.ts';

export interface Gateway {
  readonly control: GatewayControl;
  deliver(payload: GatewayInteractionCreateDispatchData): void;
  /** Forgets every session: the world is another one. */
  reset(): void;
  close(): void;
}

export interface GatewayOptions {
  readonly world: World;
  readonly http: Server;
  readonly url: () => string;
  readonly keepDispatches: number;
  readonly violate: (where: string, problem: string) => void;
}

const heartbeatInterval = 41_250;
const keepSessions = 200;

export function createGateway({ world, http, url, keepDispatches, violate }: GatewayOptions): Gateway {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const sessions = new Map<string, Session>();
  const withheld = new Set<string>();
  let refusing = false;
  let identifies = 0;
  let resumes = 0;

  http.on('upgrade', (request: IncomingMessage, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (refusing || !pathname.startsWith('/gateway')) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, connection => {
      if (searchParams.get('v') !== '10') connection.close(4012, 'Invalid API version.');
      else if (searchParams.get('encoding') !== 'json' || searchParams.has('compress')) {
        violate('GET /gateway', 'only encoding=json without compression is modelled by the local Discord');
        connection.close(4002, 'Not modelled.');
      } else serve(connection, { heartbeatInterval, open, resume, left, granted, violate });
    });
  });
  const stopListening = world.bus.listen(tell);

  function granted(token: string): number | undefined {
    return applicationOf(token)?.privilegedIntents;
  }

  function applicationOf(token: string): ApplicationRecord | undefined {
    for (const application of world.applications.values()) if (application.token === token) return application;
    return undefined;
  }

  function open({ token, ...identify }: Identify, send: (text: string) => void): Session {
    const application = applicationOf(token);
    if (application === undefined) throw new Error('IDENTIFY with an unknown token got past the check');
    identifies += 1;
    const session = createSession(application, identify, keepDispatches);
    session.send = send;
    sessions.set(session.id, session);
    if (sessions.size > keepSessions) forgetOldest();
    const guilds = guildsOf(session);
    session.dispatch(
      'READY',
      JSON.stringify({
        v: 10,
        user: { ...userJson(application.bot), verified: true, mfa_enabled: false, flags: 0 },
        guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
        session_id: session.id,
        session_type: 'normal',
        resume_gateway_url: url(),
        shard: session.shard,
        application: { id: application.id, flags: applicationFlags(application) },
        private_channels: [],
        presences: [],
        relationships: [],
        _trace: ['local'],
      }),
    );
    for (const guild of guilds) if (!withheld.has(guild.id)) sendGuild(session, guild);
    return session;
  }

  function forgetOldest(): void {
    for (const [id, session] of sessions) {
      if (session.send !== undefined) continue;
      sessions.delete(id);
      return;
    }
  }

  function guildsOf(session: Session): readonly GuildRecord[] {
    const { id } = session.application.bot;
    return [...world.guilds.values()].filter(guild => guild.members.has(id) && session.covers(guild.id));
  }

  function sendGuild(session: Session, guild: GuildRecord): void {
    const own = guild.members.get(session.application.bot.id);
    session.dispatch('GUILD_CREATE', JSON.stringify(guildCreateJson(guild, own)));
  }

  function resume(token: string, id: string, sequence: number, send: (text: string) => void): Session | undefined {
    const session = sessions.get(id);
    const missed = session?.application.token === token ? session.since(sequence) : undefined;
    if (session === undefined || missed === undefined) return undefined;
    resumes += 1;
    for (const text of missed) send(text);
    session.send = send;
    session.dispatch('RESUMED', JSON.stringify({ _trace: ['local'] }));
    return session;
  }

  function left(session: Session, lasting: boolean): void {
    session.send = undefined;
    if (!lasting) sessions.delete(session.id);
  }

  function deliver(payload: GatewayInteractionCreateDispatchData): void {
    const text = JSON.stringify(payload);
    for (const session of sessions.values())
      if (session.application.id === payload.application_id && session.covers(payload.guild_id))
        session.dispatch('INTERACTION_CREATE', text);
  }

  function tell(event: WorldEvent): void {
    if (event.kind === 'interaction-pending') deliver(event.payload);
    const dispatch = sessions.size === 0 ? undefined : dispatchOf(world, event);
    if (dispatch === undefined || (dispatch.guildId !== undefined && withheld.has(dispatch.guildId))) return;
    for (const session of sessions.values()) {
      if (dispatch.intent !== 0 && (session.intents & dispatch.intent) === 0) continue;
      if (!session.covers(dispatch.guildId)) continue;
      const data = dispatch.data(session.application);
      if (data !== undefined) session.dispatch(dispatch.event, JSON.stringify(data));
    }
  }

  function everywhere(op: number, data: unknown): void {
    const text = JSON.stringify({ op, d: data, s: null, t: null });
    for (const socket of sockets.clients) socket.send(text);
  }

  const control: GatewayControl = {
    get connected() {
      return [...sessions.values()].filter(({ send }) => send !== undefined).length;
    },
    get identifies() {
      return identifies;
    },
    get resumes() {
      return resumes;
    },
    dropConnections(code) {
      for (const socket of sockets.clients) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    askToReconnect: () => everywhere(Op.reconnect, null),
    invalidateSessions(resumable) {
      // The connection stays, and the bot may identify or resume on it.
      for (const session of sessions.values()) session.send = undefined;
      if (!resumable) sessions.clear();
      everywhere(Op.invalidSession, resumable);
    },
    withholdGuild: guildId => void withheld.add(guildId),
    releaseGuild(guildId) {
      const guild = world.guilds.get(guildId);
      if (!withheld.delete(guildId) || guild === undefined) return;
      for (const session of sessions.values())
        if (session.covers(guildId) && guild.members.has(session.application.bot.id)) sendGuild(session, guild);
    },
    refuseConnections(refuse) {
      refusing = refuse;
    },
  };

  return {
    control,
    deliver,
    reset: () => control.invalidateSessions(false),
    close() {
      stopListening();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
