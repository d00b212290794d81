/** The gateway: tells the sessions of all bots what happens in the world. */
import type { Server } from 'node:http';
import type { GatewayInteractionCreateDispatchData } from 'discord-api-types/v10';
import type { WorldEvent } from '../state/events.ts';
import type { GuildRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';
import type { GatewayControl, GatewayRules } from '../surface/gateway.ts';
import { createControl } from './control.ts';
import { dispatchOf } from './dispatches/index.ts';
import { createDisturber } from './disturbance.ts';
import type { Encode } from './encoder.ts';
import { intentsFor } from './event-intents.ts';
import { guildsOf, sendGuild, sendReady } from './greeting.ts';
import { createMemberRequests } from './request-members.ts';
import { usualRules } from './rules.ts';
import { createSessionStarts, type SessionStarts } from './session-starts.ts';
import { createSessions } from './sessions.ts';
import { createSockets } from './sockets.ts';

export interface Gateway {
  readonly control: GatewayControl;
  readonly starts: SessionStarts;
  readonly rules: GatewayRules;
  /** As it is, even if it is malformed. */
  deliver(payload: GatewayInteractionCreateDispatchData): void;
  /** Forgets every session: the world is another one. */
  reset(): void;
  close(): void;
}

export interface GatewayOptions {
  readonly world: World;
  readonly http: Server;
  readonly url: () => string;
  readonly rules?: Partial<GatewayRules> | undefined;
  readonly keepDispatches: number;
  readonly encode: Encode;
  readonly violate: (where: string, problem: string) => void;
}

export function createGateway(options: GatewayOptions): Gateway {
  const { world, http, url, keepDispatches, encode, violate } = options;
  const rules = { ...usualRules, ...options.rules };
  const starts = createSessionStarts(world, rules);
  const disturber = createDisturber();
  const withheld = new Set<string>();
  const sessions = createSessions({
    world,
    rules,
    starts,
    keepDispatches,
    encode,
    greet(session) {
      const guilds = guildsOf(world, session);
      sendReady(session, guilds, url());
      for (const guild of guilds) if (!withheld.has(guild.id)) sendGuild(session, guild);
    },
  });
  const sockets = createSockets(http, {
    heartbeatInterval: rules.heartbeatInterval,
    open: sessions.open,
    resume: sessions.resume,
    left: sessions.left,
    requestMembers: createMemberRequests(world, rules, violate),
    violate,
  });
  const control = createControl({ world, sessions, sockets, disturber, withheld });
  const stopListening = world.bus.listen(tell);

  function deliver(payload: GatewayInteractionCreateDispatchData, asIs: boolean): void {
    for (const session of sessions.all.values())
      if (session.application.id === payload.application_id && session.covers(payload.guild_id))
        disturber.pass(session, 'INTERACTION_CREATE', payload, asIs);
  }

  function tell(event: WorldEvent): void {
    if (event.kind === 'interaction-pending') deliver(event.payload, false);
    if (event.kind === 'bot-added') welcome(event.guild, event.botId);
    const dispatch = sessions.all.size === 0 ? undefined : dispatchOf(world, event);
    if (dispatch === undefined || (dispatch.guildId !== undefined && withheld.has(dispatch.guildId))) return;
    if (intentsFor(dispatch.event)?.has(dispatch.intent) !== true)
      violate(dispatch.event, `it is sent behind the intent ${dispatch.intent}, which does not bring it on Discord`);
    for (const session of sessions.all.values()) {
      if (dispatch.intent !== 0 && (session.identify.intents & dispatch.intent) === 0) continue;
      if (!session.covers(dispatch.guildId)) continue;
      const data = dispatch.data(session.application, session.identify.intents);
      if (data !== undefined) disturber.pass(session, dispatch.event, data);
    }
  }

  function welcome(guild: GuildRecord, botId: string): void {
    if (withheld.has(guild.id)) return;
    for (const session of sessions.all.values())
      if (session.application.bot.id === botId && session.covers(guild.id)) sendGuild(session, guild);
  }

  return {
    control,
    starts,
    rules,
    deliver: payload => deliver(payload, true),
    reset() {
      starts.forget();
      control.invalidateSessions(false);
    },
    close() {
      stopListening();
      sockets.closeAll();
    },
  };
}
