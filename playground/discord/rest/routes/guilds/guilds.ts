/** A guild itself: shown, and its settings changed. */
import type { RESTPatchAPIGuildJSONBody } from 'discord-api-types/v10';
import { Permission } from '../../../permissions.ts';
import { countsJson, guildJson } from '../../../serial/guild.ts';
import { changeGuild } from '../../../state/guilds/guilds.ts';
import { inGuild } from '../../access.ts';
import { guildChange } from '../../guilds/guild-change.ts';
import { isSet } from '../../query.ts';
import { ok, route } from '../../route.ts';

export const guildRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild',
    answers: 'GuildWithCountsResponseSchema',
    run: call => {
      const { guild } = inGuild(call);
      return ok({ ...guildJson(guild), ...(isSet(call.query, 'with_counts') && countsJson(guild)) });
    },
  }),
  route<RESTPatchAPIGuildJSONBody>({
    method: 'PATCH',
    path: '/guilds/:guild',
    schema: 'GuildPatchRequestPartialSchema',
    answers: 'GuildResponseSchema',
    run: call => {
      const access = inGuild(call);
      access.needs(Permission.manageGuild);
      changeGuild(call.world, access.guild, guildChange(access, call.body));
      return ok(guildJson(access.guild));
    },
  }),
];
