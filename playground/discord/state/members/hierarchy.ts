/** Who stands above whom. */
import { bySnowflake } from '../../snowflake.ts';
import type { GuildRecord, MemberRecord, RoleRecord } from '../records.ts';

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

/** Whether the member may rename, mute, kick or ban the other: nobody may the owner. */
export function outranksMember(guild: GuildRecord, member: MemberRecord, other: MemberRecord): boolean {
  if (guild.ownerId === other.user.id) return false;
  const highest = highestRole(guild, other);
  return highest === undefined || outranks(guild, member, highest);
}

/** Not those that Discord alone gives: @everyone, and the roles of bots, integrations, boosters, buyers and links. */
export const isAssignable = (guild: GuildRecord, role: RoleRecord) => !role.managed && role.id !== guild.id;
