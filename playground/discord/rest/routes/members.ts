/** Members: listed, found, shown, and sent away. */
import { Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { Permission } from '../../permissions.ts';
import { memberJson } from '../../serial/user.ts';
import { bySnowflake } from '../../snowflake.ts';
import { kick } from '../../state/bans.ts';
import { outranksMember } from '../../state/hierarchy.ts';
import { memberOf } from '../../state/world.ts';
import { bot, inGuild } from '../access.ts';
import { numberIn, snowflakeIn } from '../message-page.ts';
import { done, ok, route } from '../route.ts';

const guildMembersIntent = 1 << 1;

export const memberRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/members',
    answers: ['GuildMemberResponseSchema'],
    run: call => {
      const { guild } = inGuild(call);
      // The switch in the portal counts, whatever intents a session asked for.
      if ((bot(call).privilegedIntents & guildMembersIntent) === 0) throw new Refusal('missingAccess');
      const limit = numberIn(call.query, 'limit', 1, limits.membersPage.max);
      const after = snowflakeIn(call.query, 'after') ?? '0';
      const members = [...guild.members.values()]
        .filter(member => bySnowflake(member.user.id, after) > 0)
        .sort((a, b) => bySnowflake(a.user.id, b.user.id));
      return ok(members.slice(0, limit).map(memberJson));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/members/search',
    answers: ['GuildMemberResponseSchema'],
    check: ({ query }) =>
      (query.get('query') ?? '') === ''
        ? { query: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] } }
        : undefined,
    run: call => {
      const { guild } = inGuild(call);
      const query = (call.query.get('query') ?? '').toLowerCase();
      const limit = numberIn(call.query, 'limit', 1, limits.membersPage.max);
      const starts = (name: string | null) => name?.toLowerCase().startsWith(query) === true;
      const members = [...guild.members.values()].filter(
        ({ nick, user }) => starts(user.name) || starts(nick) || starts(user.displayName),
      );
      return ok(members.slice(0, limit).map(memberJson));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/members/:member',
    answers: 'GuildMemberResponseSchema',
    limit: { requests: 5, seconds: 1 },
    run: call => ok(memberJson(memberOf(inGuild(call).guild, call.params.member ?? ''))),
  }),
  route({
    method: 'DELETE',
    path: '/guilds/:guild/members/:member',
    run: call => {
      const { guild, me, needs } = inGuild(call);
      needs(Permission.kickMembers);
      const member = memberOf(guild, call.params.member ?? '');
      if (!outranksMember(guild, me, member)) throw new Refusal('missingPermissions');
      kick(call.world, guild, member);
      return done;
    },
  }),
];
