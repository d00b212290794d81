/** Who has which role. */
import { AuditLogEvent } from 'discord-api-types/v10';
import { auditEntry } from '../audit/audit-log.ts';
import type { MemberRecord, RoleRecord } from '../records.ts';
import type { World } from '../world.ts';
import { tellOfChange } from './member-events.ts';

/** Idempotent: no event when nothing changes. */
export function giveRole(world: World, member: MemberRecord, role: RoleRecord): void {
  changeRoles(world, member, [role], []);
}

export function takeRole(world: World, member: MemberRecord, role: RoleRecord): void {
  changeRoles(world, member, [], [role]);
}

/** In one go: one event, one entry. */
export function changeRoles(
  world: World,
  member: MemberRecord,
  give: readonly RoleRecord[],
  take: readonly RoleRecord[],
): void {
  const taken = take.filter(({ id }) => member.roles.delete(id));
  const given = give.filter(({ id }) => !member.roles.has(id));
  for (const { id } of given) member.roles.add(id);
  if (given.length + taken.length === 0) return;
  tellOfChange(world, member);
  const guild = world.guilds.get(member.guildId);
  if (guild === undefined) return;
  auditEntry(world, guild, {
    action: AuditLogEvent.MemberRoleUpdate,
    targetId: member.user.id,
    changes: [...listed('$add', given), ...listed('$remove', taken)],
  });
}

function listed(key: string, roles: readonly RoleRecord[]) {
  return roles.length === 0 ? [] : [{ key, new_value: roles.map(({ id, name }) => ({ id, name })) }];
}
