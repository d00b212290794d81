/** Guilds and their members. */
import type { RESTPatchAPIGuildMemberJSONBody } from 'discord-api-types/v10';
import { Refusal } from '../../errors.ts';
import { Permission } from '../../permissions.ts';
import { guildJson } from '../../serial/guild.ts';
import { memberJson } from '../../serial/user.ts';
import { bySnowflake } from '../../snowflake.ts';
import { changeMember } from '../../state/guilds.ts';
import { giveRole, outranks, takeRole } from '../../state/roles.ts';
import { memberOf, roleOf } from '../../state/world.ts';
import { bot, type InGuild, inGuild } from '../access.ts';
import { type Call, ok, route } from '../route.ts';

const guildMembersIntent = 1 << 1;

export const guildRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild',
    run: call => {
      const { guild } = inGuild(call);
      const counts = call.query.get('with_counts') === 'true' && {
        approximate_member_count: guild.members.size,
        approximate_presence_count: 0,
      };
      return ok({ ...guildJson(guild), ...counts });
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/members',
    run: call => {
      const { guild } = inGuild(call);
      if ((bot(call).privilegedIntents & guildMembersIntent) === 0) throw new Refusal('missingAccess');
      const limit = Number(call.query.get('limit') ?? 1);
      const after = call.query.get('after') ?? '0';
      const members = [...guild.members.values()]
        .filter(member => bySnowflake(member.user.id, after) > 0)
        .sort((a, b) => bySnowflake(a.user.id, b.user.id));
      return ok(members.slice(0, limit).map(memberJson));
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/members/search',
    run: call => {
      const { guild } = inGuild(call);
      const query = (call.query.get('query') ?? '').toLowerCase();
      const limit = Number(call.query.get('limit') ?? 1);
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
    limit: { requests: 5, seconds: 1 },
    run: call => ok(memberJson(memberOf(inGuild(call).guild, call.params.member ?? ''))),
  }),
  route<{ readonly nick?: string | null }>({
    method: 'PATCH',
    path: '/guilds/:guild/members/@me',
    schema: 'UpdateMyGuildMember',
    run: call => {
      const { me, needs } = inGuild(call);
      needs(Permission.changeNickname);
      if (call.body.nick !== undefined) changeMember(call.world, me, { nick: call.body.nick });
      return ok(memberJson(me));
    },
  }),
  route<RESTPatchAPIGuildMemberJSONBody>({
    method: 'PATCH',
    path: '/guilds/:guild/members/:member',
    schema: 'UpdateGuildMember',
    limit: { requests: 10, seconds: 10 },
    run: call => {
      const access = inGuild(call);
      const member = memberOf(access.guild, call.params.member ?? '');
      const { nick, roles, communication_disabled_until: timeout } = call.body;
      if (nick !== undefined) access.needs(Permission.manageNicknames);
      if (timeout !== undefined) access.needs(Permission.moderateMembers);
      if (roles != null) replaceRoles(call, access, member.user.id, roles);
      changeMember(call.world, member, {
        ...(nick !== undefined && { nick }),
        ...(timeout !== undefined && { timedOutUntil: timeout }),
      });
      return ok(memberJson(member));
    },
  }),
];

/** The whole set at once, as Discord does it: whoever sends an old set takes away what others gave meanwhile. */
function replaceRoles(
  { world }: Call,
  { guild, me, needs }: InGuild,
  memberId: string,
  wanted: readonly string[],
): void {
  needs(Permission.manageRoles);
  const member = memberOf(guild, memberId);
  const target = new Set(wanted.filter(id => id !== guild.id));
  const changed = [...new Set([...target, ...member.roles])].filter(id => target.has(id) !== member.roles.has(id));
  for (const id of changed) if (!outranks(guild, me, roleOf(guild, id))) throw new Refusal('missingPermissions');
  for (const id of changed) {
    if (target.has(id)) giveRole(world, member, roleOf(guild, id));
    else takeRole(world, member, roleOf(guild, id));
  }
}
