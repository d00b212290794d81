/** The guilds a bot is in: listed, and left. */
import { limits } from '../../limits.ts';
import { guildPermissions } from '../../permissions.ts';
import { guildFeatures } from '../../serial/guild.ts';
import { bySnowflake } from '../../snowflake.ts';
import { removeBot } from '../../state/guilds.ts';
import type { GuildRecord } from '../../state/records.ts';
import { bot, inGuild } from '../access.ts';
import { numberIn, snowflakeIn } from '../message-page.ts';
import { type Call, done, ok, route } from '../route.ts';

export const ownGuildRoutes = [
  route({
    method: 'GET',
    path: '/users/@me/guilds',
    answers: ['MyGuildResponseSchema'],
    run: call => {
      const { query } = call;
      const limit = numberIn(query, 'limit', limits.ownGuildsPage.max, limits.ownGuildsPage.max);
      const [before, after] = [snowflakeIn(query, 'before'), snowflakeIn(query, 'after')];
      const guilds = [...call.world.guilds.values()]
        .filter(({ id, members }) => members.has(bot(call).bot.id) && bySnowflake(id, after ?? '0') > 0)
        .filter(({ id }) => before === undefined || bySnowflake(id, before) < 0)
        .sort((a, b) => bySnowflake(a.id, b.id));
      const page = before === undefined ? guilds.slice(0, limit) : guilds.slice(-limit);
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
    ...(call.query.get('with_counts') === 'true' && {
      approximate_member_count: guild.members.size,
      approximate_presence_count: 0,
    }),
  };
}
