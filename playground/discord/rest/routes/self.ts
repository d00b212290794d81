/** Who the bot is, and where its gateway is. */

import { guildPermissions } from '../../permissions.ts';
import { applicationJson } from '../../serial/application.ts';
import { guildFeatures } from '../../serial/guild.ts';
import { userJson } from '../../serial/user.ts';
import { userOf } from '../../state/world.ts';
import { bot } from '../access.ts';
import { ok, route } from '../route.ts';

export const selfRoutes = [
  route({ method: 'GET', path: '/gateway', run: ({ gateway }) => ok({ url: gateway.url }) }),
  route({
    method: 'GET',
    path: '/gateway/bot',
    run: ({ gateway }) =>
      ok({
        url: gateway.url,
        shards: 1,
        session_start_limit: {
          total: 1000,
          remaining: gateway.identifiesLeft(),
          reset_after: 86_400_000,
          max_concurrency: 1,
        },
      }),
  }),
  route({
    method: 'GET',
    path: '/users/@me',
    run: call => ok({ ...userJson(bot(call).bot), mfa_enabled: false, verified: true, locale: 'en-US', flags: 0 }),
  }),
  route({
    method: 'GET',
    path: '/users/@me/guilds',
    run: call => {
      const { id } = bot(call).bot;
      const guilds = [...call.world.guilds.values()].flatMap(guild => {
        const me = guild.members.get(id);
        if (me === undefined) return [];
        const permissions = guildPermissions(guild, me, call.world.clock.millis());
        const owner = guild.ownerId === id;
        const features = guildFeatures(guild);
        return [
          {
            id: guild.id,
            name: guild.name,
            icon: null,
            banner: null,
            owner,
            permissions: String(permissions),
            features,
          },
        ];
      });
      return ok(guilds);
    },
  }),
  route({
    method: 'GET',
    path: '/users/:user',
    run: ({ world, params }) => ok(userJson(userOf(world, params.user ?? ''))),
  }),
  route({ method: 'GET', path: '/applications/@me', run: call => ok(applicationJson(bot(call))) }),
  route({ method: 'GET', path: '/oauth2/applications/@me', run: call => ok(applicationJson(bot(call))) }),
];
