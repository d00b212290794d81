/** Roles of a guild, their order, and who has them. */
import { bySnowflake } from '../snowflake.ts';
import type { GuildRecord, MemberRecord, RoleRecord } from './records.ts';
import type { World } from './world.ts';

export interface RoleFields {
  readonly name?: string | undefined;
  readonly permissions?: bigint | undefined;
  readonly color?: number | undefined;
  readonly hoist?: boolean | undefined;
  readonly mentionable?: boolean | undefined;
}

/** Lower roles first; of two with the same position the older is the higher. */
export function byRank(a: RoleRecord, b: RoleRecord): number {
  return a.position - b.position || bySnowflake(b.id, a.id);
}

function highestRole(guild: GuildRecord, member: MemberRecord): RoleRecord | undefined {
  let highest = guild.roles.get(guild.id);
  for (const id of member.roles) {
    const role = guild.roles.get(id);
    if (role !== undefined && (highest === undefined || byRank(role, highest) > 0)) highest = role;
  }
  return highest;
}

/** Whether the member may give, edit or move the role: the owner always, others strictly from above. */
export function outranks(guild: GuildRecord, member: MemberRecord, role: RoleRecord): boolean {
  if (guild.ownerId === member.user.id) return true;
  const highest = highestRole(guild, member);
  return highest !== undefined && byRank(highest, role) > 0;
}

export function addRole(
  world: World,
  guild: GuildRecord,
  fields: RoleFields & { readonly managed?: boolean | undefined; readonly botId?: string | undefined },
): RoleRecord {
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
  };
  // A new role goes in just above @everyone and lifts all others by one.
  for (const other of guild.roles.values()) if (other.id !== guild.id) other.position += 1;
  guild.roles.set(role.id, role);
  world.bus.emit({ kind: 'role-created', role });
  return role;
}

export function changeRole(world: World, role: RoleRecord, fields: RoleFields): void {
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) Object.assign(role, { [key]: value });
  world.bus.emit({ kind: 'role-changed', role });
}

/** Puts roles at the wanted positions and closes the gaps; tells of each role that moved. */
export function moveRoles(world: World, guild: GuildRecord, wanted: ReadonlyMap<string, number>): void {
  const order = [...guild.roles.values()]
    .filter(role => role.id !== guild.id)
    .sort((a, b) => (wanted.get(a.id) ?? a.position) - (wanted.get(b.id) ?? b.position) || weight(a, b, wanted));
  for (const [index, role] of order.entries()) {
    if (role.position === index + 1) continue;
    role.position = index + 1;
    world.bus.emit({ kind: 'role-changed', role });
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
}

/** Idempotent: no event when nothing changes. */
export function giveRole(world: World, member: MemberRecord, role: RoleRecord): void {
  if (member.roles.has(role.id)) return;
  member.roles.add(role.id);
  world.bus.emit({ kind: 'member-changed', member });
}

export function takeRole(world: World, member: MemberRecord, role: RoleRecord): void {
  if (member.roles.delete(role.id)) world.bus.emit({ kind: 'member-changed', member });
}
