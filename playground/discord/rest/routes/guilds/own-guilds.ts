/** The guilds a bot is in: listed, and left. */
import { limits } from '../../../limits.ts';
import { guildPermissions } from '../../../permissions.ts';
import { countsJson, guildFeatures } from '../../../serial/guild.ts';
import { removeBot } from '../../../state/guilds/guilds.ts';
import type { GuildRecord } from '../../../state/records.ts';
import { bot, inGuild } from '../../access.ts';
import { boundsIn, pageById } from '../../pages.ts';
import { isSet } from '../../query.ts';
import { type Call, done, ok, route } from '../../route.ts';

export const ownGuildRoutes = [
  route({
    method: 'GET',
    path: '/users/@me/guilds',
    answers: ['MyGuildResponseSchema'],
    run: call => {
      const guilds = [...call.world.guilds.values()].filter(({ members }) => members.has(bot(call).bot.id));
      const page = pageById(guilds, ({ id }) => id, boundsIn(call.query, limits.ownGuildsPage.max));
      return ok(page.map(guild => ownGuildJson(call, guild)));
    },
  }),
  route({
    method: 'DELETE',
    path: '/users/@me/guilds/:guild',
    run: call => {
      removeBot(call.world, inGuild(call).guild, bot(call));
      return done;
    },
  }),
];

function ownGuildJson(call: Call<unknown>, guild: GuildRecord) {
  const { id } = bot(call).bot;
  const me = guild.members.get(id);
  const permissions = me === undefined ? 0n : guildPermissions(guild, me, call.world.clock.millis());
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.settings.icon,
    banner: null,
    owner: guild.ownerId === id,
    permissions: String(permissions),
    features: guildFeatures(guild),
    ...(isSet(call.query, 'with_counts') && countsJson(guild)),
  };
}
