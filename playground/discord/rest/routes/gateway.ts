/** Where the gateway is, and how often a bot may start a session there. */
import { guildCount } from '../../state/applications.ts';
import { bot } from '../access.ts';
import { ok, route } from '../route.ts';

/** How full shards are in the number that Discord recommends: about a thousand guilds each. */
const shardsFilled = 0.4;

export const gatewayRoutes = [
  route({
    method: 'GET',
    path: '/gateway',
    auth: 'none',
    answers: 'GatewayResponseSchema',
    run: ({ gateway }) => ok({ url: gateway.url }),
  }),
  route({
    method: 'GET',
    path: '/gateway/bot',
    answers: 'GatewayBotResponseSchema',
    run: call => {
      const { url, guildsPerShard, sessionStarts } = call.gateway;
      const application = bot(call);
      const shards = Math.ceil(guildCount(call.world, application) / (guildsPerShard * shardsFilled));
      return ok({ url, shards: Math.max(1, shards), session_start_limit: sessionStarts(application.id) });
    },
  }),
];
