/** Who the bot is, and where its gateway is. */

import { applicationJson } from '../../serial/application.ts';
import { userJson } from '../../serial/user.ts';
import type { ApplicationRecord } from '../../state/records.ts';
import { userOf } from '../../state/world.ts';
import { bot } from '../access.ts';
import { type Answer, type Call, ok, route } from '../route.ts';

/** How full shards are in the number that Discord recommends: about a thousand guilds each. */
const shardsFilled = 0.4;

const guildsOf = ({ world }: Call<unknown>, application: ApplicationRecord) =>
  [...world.guilds.values()].filter(({ members }) => members.has(application.bot.id));

function ownApplication(call: Call<unknown>): Answer {
  const application = bot(call);
  return ok(applicationJson(application, guildsOf(call, application).length));
}

export const selfRoutes = [
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
      const guilds = guildsOf(call, application).length;
      const shards = Math.max(1, Math.ceil(guilds / (guildsPerShard * shardsFilled)));
      return ok({ url, shards, session_start_limit: sessionStarts(application.id) });
    },
  }),
  route({
    method: 'GET',
    path: '/users/@me',
    answers: 'UserPIIResponseSchema',
    run: call => ok({ ...userJson(bot(call).bot), mfa_enabled: false, verified: true, locale: 'en-US', flags: 0 }),
  }),
  route({
    method: 'GET',
    path: '/users/:user',
    answers: 'UserResponseSchema',
    run: ({ world, params }) => ok(userJson(userOf(world, params.user ?? ''))),
  }),
  route({
    method: 'GET',
    path: '/applications/@me',
    answers: 'PrivateApplicationResponseSchema',
    run: ownApplication,
  }),
  route({
    method: 'GET',
    path: '/oauth2/applications/@me',
    answers: 'PrivateApplicationResponseSchema',
    run: ownApplication,
  }),
];
