/** Roles of a guild, and their order. */
import { AuditLogEvent } from 'discord-api-types/v10';
import { auditedRole } from '../audit/audit-fields.ts';
import { auditEntry, differences } from '../audit/audit-log.ts';
import type { GuildRecord, RoleRecord } from '../records.ts';
import type { World } from '../world.ts';
import { byRank } from './hierarchy.ts';
import { plainLook, type RoleLook, type RoleTags } from './role-look-record.ts';

export interface RoleFields {
  readonly name?: string | undefined;
  readonly permissions?: bigint | undefined;
  readonly color?: number | undefined;
  readonly hoist?: boolean | undefined;
  readonly mentionable?: boolean | undefined;
  readonly look?: Partial<RoleLook> | undefined;
}

export interface NewRoleFields extends RoleFields {
  readonly managed?: boolean | undefined;
  readonly botId?: string | undefined;
  readonly tags?: RoleTags | undefined;
}

export function addRole(world: World, guild: GuildRecord, fields: NewRoleFields): RoleRecord {
  const role: RoleRecord = {
    id: world.ids.next(),
    guildId: guild.id,
    name: fields.name ?? 'new role',
    permissions: fields.permissions ?? guild.roles.get(guild.id)?.permissions ?? 0n,
    position: 1,
    color: fields.color ?? 0,
    hoist: fields.hoist ?? false,
    mentionable: fields.mentionable ?? false,
    managed: fields.managed ?? false,
    botId: fields.botId,
    look: { ...plainLook, ...fields.look },
    tags: fields.tags ?? {},
    flags: 0,
  };
  // A new role goes in just above @everyone and lifts all others by one.
  for (const other of guild.roles.values()) if (other.id !== guild.id) other.position += 1;
  guild.roles.set(role.id, role);
  world.bus.emit({ kind: 'role-created', role });
  const changes = differences(undefined, auditedRole(role));
  auditEntry(world, guild, { action: AuditLogEvent.RoleCreate, targetId: role.id, changes });
  return role;
}

export function changeRole(world: World, guild: GuildRecord, role: RoleRecord, fields: RoleFields): void {
  const before = auditedRole(role);
  const { look, ...others } = fields;
  for (const [key, value] of Object.entries(others)) if (value !== undefined) Object.assign(role, { [key]: value });
  role.look = { ...role.look, ...look };
  world.bus.emit({ kind: 'role-changed', role });
  const changes = differences(before, auditedRole(role));
  auditEntry(world, guild, { action: AuditLogEvent.RoleUpdate, targetId: role.id, changes });
}

/** Puts roles at the wanted positions and closes the gaps; tells of each role that moved. */
export function moveRoles(world: World, guild: GuildRecord, wanted: ReadonlyMap<string, number>): void {
  const order = [...guild.roles.values()]
    .filter(role => role.id !== guild.id)
    .sort((a, b) => (wanted.get(a.id) ?? a.position) - (wanted.get(b.id) ?? b.position) || weight(a, b, wanted));
  for (const [index, role] of order.entries()) {
    if (role.position === index + 1) continue;
    const changes = [{ key: 'position', old_value: role.position, new_value: index + 1 }];
    role.position = index + 1;
    world.bus.emit({ kind: 'role-changed', role });
    // Those that only made room have not been changed by anybody.
    if (wanted.has(role.id)) auditEntry(world, guild, { action: AuditLogEvent.RoleUpdate, targetId: role.id, changes });
  }
}

/** Of two that want the same place, the one that moves there goes on the far side of the one that stays. */
function weight(a: RoleRecord, b: RoleRecord, wanted: ReadonlyMap<string, number>): number {
  const direction = (role: RoleRecord) => Math.sign((wanted.get(role.id) ?? role.position) - role.position);
  return direction(a) - direction(b) || byRank(a, b);
}

export function deleteRole(world: World, guild: GuildRecord, role: RoleRecord): void {
  guild.roles.delete(role.id);
  for (const member of guild.members.values()) member.roles.delete(role.id);
  for (const channel of guild.channels.values()) {
    if (channel.overwrites.some(overwrite => overwrite.id === role.id))
      channel.overwrites = channel.overwrites.filter(overwrite => overwrite.id !== role.id);
  }
  world.bus.emit({ kind: 'role-deleted', role });
  const changes = differences(auditedRole(role), undefined);
  auditEntry(world, guild, { action: AuditLogEvent.RoleDelete, targetId: role.id, changes });
}
