/** Roles of a guild: hierarchy, own permissions, and the limit of 250. */
import type {
  RESTPatchAPIGuildRoleJSONBody,
  RESTPatchAPIGuildRolePositionsJSONBody,
  RESTPostAPIGuildRoleJSONBody,
} from 'discord-api-types/v10';
import { Refusal } from '../../../errors.ts';
import { limits } from '../../../limits.ts';
import { allPermissions, has, Permission } from '../../../permissions.ts';
import { roleJson } from '../../../serial/role.ts';
import { isAssignable, outranks } from '../../../state/members/hierarchy.ts';
import { addRole, changeRole, deleteRole, moveRoles } from '../../../state/members/roles.ts';
import type { RoleRecord } from '../../../state/records.ts';
import { roleOf } from '../../../state/world.ts';
import { type InGuild, inGuild } from '../../access.ts';
import { roleFields } from '../../guilds/role-body.ts';
import { type Call, done, ok, route } from '../../route.ts';

export const roleRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/roles',
    answers: ['GuildRoleResponseSchema'],
    run: call => ok([...inGuild(call).guild.roles.values()].map(roleJson)),
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/roles/member-counts',
    answers: 'RoleMemberCounts',
    run: call => {
      const { guild } = inGuild(call);
      const counts: Record<string, number> = {};
      for (const role of guild.roles.keys()) if (role !== guild.id) counts[role] = 0;
      for (const member of guild.members.values()) for (const id of member.roles) counts[id] = (counts[id] ?? 0) + 1;
      return ok(counts);
    },
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/roles/:role',
    answers: 'GuildRoleResponseSchema',
    run: call => ok(roleJson(roleOf(inGuild(call).guild, call.params.role ?? ''))),
  }),
  route<RESTPostAPIGuildRoleJSONBody>({
    method: 'POST',
    path: '/guilds/:guild/roles',
    answers: 'GuildRoleResponseSchema',
    schema: 'CreateRoleRequestSchema',
    limit: { requests: 250, seconds: 172_800 },
    run: call => {
      const access = inGuild(call);
      access.needs(Permission.manageRoles);
      if (access.guild.roles.size >= limits.roles.max) throw new Refusal('tooManyRoles');
      const fields = roleFields(access.guild, call.body);
      mayGrant(access, fields.permissions);
      return ok(roleJson(addRole(call.world, access.guild, fields)));
    },
  }),
  route<RESTPatchAPIGuildRolePositionsJSONBody>({
    method: 'PATCH',
    path: '/guilds/:guild/roles',
    answers: ['GuildRoleResponseSchema'],
    schema: ['UpdateRolePositionsRequestSchema'],
    run: call => {
      const access = inGuild(call);
      access.needs(Permission.manageRoles);
      const wanted = new Map<string, number>();
      for (const { id, position } of call.body) {
        const role = roleOf(access.guild, id);
        // discord.js sends the whole order: those that stay where they are may stand above the bot.
        if (position == null || position === role.position) continue;
        mayTouch(access, role);
        wanted.set(id, position);
      }
      const highest = Math.max(0, ...[...access.me.roles].map(id => access.guild.roles.get(id)?.position ?? 0));
      const isOwner = access.guild.ownerId === access.me.user.id;
      if (!isOwner && [...wanted.values()].some(position => position >= highest))
        throw new Refusal('missingPermissions');
      moveRoles(call.world, access.guild, wanted);
      return ok([...access.guild.roles.values()].map(roleJson));
    },
  }),
  route<RESTPatchAPIGuildRoleJSONBody>({
    method: 'PATCH',
    path: '/guilds/:guild/roles/:role',
    answers: 'GuildRoleResponseSchema',
    schema: 'UpdateRoleRequestPartialSchema',
    limit: { requests: 1000, seconds: 86_400 },
    run: call => {
      const { access, role } = target(call);
      const fields = roleFields(access.guild, call.body);
      mayGrant(access, fields.permissions, role.permissions);
      changeRole(call.world, access.guild, role, fields);
      return ok(roleJson(role));
    },
  }),
  route({
    method: 'DELETE',
    path: '/guilds/:guild/roles/:role',
    run: call => {
      const { access, role } = target(call);
      if (!isAssignable(access.guild, role)) throw new Refusal('invalidRole');
      deleteRole(call.world, access.guild, role);
      return done;
    },
  }),
];

function target(call: Call<unknown>): { access: InGuild; role: RoleRecord } {
  const access = inGuild(call);
  const role = roleOf(access.guild, call.params.role ?? '');
  mayTouch(access, role);
  return { access, role };
}

function mayTouch({ guild, me, needs }: InGuild, role: RoleRecord): void {
  needs(Permission.manageRoles);
  if (!outranks(guild, me, role)) throw new Refusal('missingPermissions');
}

/** Nobody gives away what they do not have; what the role has already may stay. */
function mayGrant({ permissions }: InGuild, wanted: bigint | undefined, already = 0n): void {
  if (permissions !== allPermissions && wanted !== undefined && !has(permissions, wanted & ~already))
    throw new Refusal('missingPermissions');
}
