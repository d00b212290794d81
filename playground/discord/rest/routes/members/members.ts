/** Members: listed, found, shown, and sent away. */
import { Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { Permission } from '../../../permissions.ts';
import { memberJson } from '../../../serial/user.ts';
import { kick } from '../../../state/members/bans.ts';
import { outranksMember } from '../../../state/members/hierarchy.ts';
import { membersNamed } from '../../../state/members/members.ts';
import { memberOf } from '../../../state/world.ts';
import { required } from '../../../validate/issues.ts';
import { inGuild, mayListMembers } from '../../access.ts';
import { pageById } from '../../pages.ts';
import { numberIn, snowflakeIn } from '../../query.ts';
import { done, ok, route } from '../../route.ts';

export const memberRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/members',
    answers: ['GuildMemberResponseSchema'],
    run: call => {
      const { guild } = inGuild(call);
      mayListMembers(call);
      const limit = numberIn(call.query, 'limit', 1, limits.membersPage.max);
      const after = snowflakeIn(call.query, 'after');
      return ok(pageById([...guild.members.values()], ({ user }) => user.id, { after, limit }).map(memberJson));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/members/search',
    answers: ['GuildMemberResponseSchema'],
    check: ({ query }) => ((query.get('query') ?? '') === '' ? { query: required } : undefined),
    run: call => {
      const { guild } = inGuild(call);
      const limit = numberIn(call.query, 'limit', 1, limits.membersPage.max);
      return ok(membersNamed(guild, call.query.get('query') ?? '', limit).map(memberJson));
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
