/** One role of one member, given or taken; both idempotent. */
import { Refusal } from '../../../errors.ts';
import { Permission } from '../../../permissions.ts';
import { isAssignable, outranks } from '../../../state/members/hierarchy.ts';
import { giveRole, takeRole } from '../../../state/members/member-roles.ts';
import type { MemberRecord, RoleRecord } from '../../../state/records.ts';
import { memberOf, roleOf } from '../../../state/world.ts';
import { inGuild } from '../../access.ts';
import { type Call, done, type Route, route } from '../../route.ts';

const common = {
  path: '/guilds/:guild/members/:member/roles/:role',
  limit: { requests: 10, seconds: 10 },
} satisfies Partial<Route>;

export const memberRoleRoutes = [
  route({
    ...common,
    method: 'PUT',
    run: call => {
      const { member, role } = checked(call);
      giveRole(call.world, member, role);
      return done;
    },
  }),
  route({
    ...common,
    method: 'DELETE',
    run: call => {
      const { member, role } = checked(call);
      takeRole(call.world, member, role);
      return done;
    },
  }),
];

function checked(call: Call<unknown>): { member: MemberRecord; role: RoleRecord } {
  const { guild, me, needs } = inGuild(call);
  needs(Permission.manageRoles);
  const member = memberOf(guild, call.params.member ?? '');
  const role = roleOf(guild, call.params.role ?? '');
  if (!isAssignable(guild, role)) throw new Refusal('invalidRole');
  if (!outranks(guild, me, role)) throw new Refusal('missingPermissions');
  return { member, role };
}
