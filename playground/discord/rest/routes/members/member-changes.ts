/** What moderators change about members, and a bot about itself. */
import type { RESTPatchAPIGuildMemberJSONBody } from 'discord-api-types/v10';
import { NotModelled } from '../../../errors.ts';
import { Permission } from '../../../permissions.ts';
import { memberJson } from '../../../serial/user.ts';
import { changeRoles } from '../../../state/members/member-roles.ts';
import { changeMember } from '../../../state/members/members.ts';
import { memberOf } from '../../../state/world.ts';
import { inGuild } from '../../access.ts';
import { checkMemberChange } from '../../guilds/member-change.ts';
import { moveInVoice } from '../../guilds/member-voice.ts';
import { ok, route } from '../../route.ts';

interface OwnMemberBody {
  readonly nick?: string | null;
  readonly avatar?: string | null;
  readonly banner?: string | null;
  readonly bio?: string | null;
}

export const memberChangeRoutes = [
  route<OwnMemberBody>({
    method: 'PATCH',
    path: '/guilds/:guild/members/@me',
    schema: 'UpdateMyGuildMember',
    answers: 'PrivateGuildMemberResponseSchema',
    run: call => {
      const { me, needs } = inGuild(call);
      const { nick, ...looks } = call.body;
      for (const [key, value] of Object.entries(looks)) if (value != null) throw new NotModelled(`a member's ${key}`);
      if (nick !== undefined) {
        needs(Permission.changeNickname);
        changeMember(call.world, me, { nick: nick || null });
      }
      return ok(memberJson(me));
    },
  }),
  route<RESTPatchAPIGuildMemberJSONBody>({
    method: 'PATCH',
    path: '/guilds/:guild/members/:member',
    schema: 'UpdateGuildMember',
    answers: 'GuildMemberResponseSchema',
    limit: { requests: 10, seconds: 10 },
    run: call => {
      const access = inGuild(call);
      const member = memberOf(access.guild, call.params.member ?? '');
      const { fields, give, take, voice } = checkMemberChange(call, access, member);
      moveInVoice(call.world, access.guild, member, voice);
      changeRoles(call.world, member, give, take);
      if (Object.keys(fields).length > 0) changeMember(call.world, member, fields);
      return ok(memberJson(member));
    },
  }),
];
