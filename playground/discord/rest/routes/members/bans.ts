/** Bans: listed, made one by one or many at once, and lifted. */
import type { RESTPostAPIGuildBulkBanJSONBody, RESTPutAPIGuildBanJSONBody } from 'discord-api-types/v10';
import { Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { Permission } from '../../../permissions.ts';
import { banJson } from '../../../serial/ban.ts';
import { ban, forgetMessages, unban } from '../../../state/members/bans.ts';
import { outranksMember } from '../../../state/members/hierarchy.ts';
import { userOf } from '../../../state/world.ts';
import { type InGuild, inGuild } from '../../access.ts';
import { boundsIn, pageById } from '../../pages.ts';
import { type Call, done, ok, route } from '../../route.ts';

export const banRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/bans',
    answers: ['GuildBanResponseSchema'],
    run: call => {
      const { guild } = moderating(call);
      const page = pageById(
        [...guild.bans.values()],
        ({ userId }) => userId,
        boundsIn(call.query, limits.bansPage.max),
      );
      return ok(page.map(record => banJson(record, call.world.users)));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/bans/:user',
    answers: 'GuildBanResponseSchema',
    run: call => {
      const record = moderating(call).guild.bans.get(call.params.user ?? '');
      if (record === undefined) throw new Refusal('unknownBan');
      return ok(banJson(record, call.world.users));
    },
  }),
  route<RESTPutAPIGuildBanJSONBody>({
    method: 'PUT',
    path: '/guilds/:guild/bans/:user',
    schema: 'BanUserFromGuildRequestSchema',
    run: call => {
      const access = moderating(call);
      const user = userOf(call.world, call.params.user ?? '');
      if (!mayBan(access, user.id)) throw new Refusal('missingPermissions');
      const { delete_message_seconds: seconds, delete_message_days: days } = call.body;
      ban(call.world, access.guild, user);
      forgetMessages(call.world, access.guild, user.id, seconds ?? (days ?? 0) * 86_400);
      return done;
    },
  }),
  route({
    method: 'DELETE',
    path: '/guilds/:guild/bans/:user',
    run: call => {
      const { guild } = moderating(call);
      const user = call.world.users.get(call.params.user ?? '');
      if (user === undefined || !guild.bans.has(user.id)) throw new Refusal('unknownBan');
      unban(call.world, guild, user);
      return done;
    },
  }),
  route<RESTPostAPIGuildBulkBanJSONBody>({
    method: 'POST',
    path: '/guilds/:guild/bulk-ban',
    schema: 'BulkBanUsersRequestSchema',
    answers: 'BulkBanUsersResponseSchema',
    run: call => {
      const access = moderating(call);
      access.needs(Permission.manageGuild);
      const { world, body } = call;
      const ids = body.user_ids.map(String);
      const bannable = ids.filter(id => world.users.has(id) && !access.guild.bans.has(id) && mayBan(access, id));
      if (bannable.length === 0) throw new Refusal('bansFailed');
      for (const id of bannable) {
        ban(world, access.guild, userOf(world, id));
        forgetMessages(world, access.guild, id, body.delete_message_seconds ?? 0);
      }
      return ok({ banned_users: bannable, failed_users: ids.filter(id => !bannable.includes(id)) });
    },
  }),
];

function moderating(call: Call<unknown>): InGuild {
  const access = inGuild(call);
  access.needs(Permission.banMembers);
  return access;
}

/** Whoever is not a member stands below everybody. */
function mayBan({ guild, me }: InGuild, userId: string): boolean {
  const member = guild.members.get(userId);
  return member === undefined || outranksMember(guild, me, member);
}
