/** People who join with an invite. */
import { addInvite, invitesOf, useInvite } from '../state/guilds/invites.ts';
import { join } from '../state/members/members.ts';
import type { GuildRecord } from '../state/records.ts';
import { channelOf, userOf } from '../state/world.ts';
import type { GuildInvites } from '../surface/invites.ts';
import type { Guild } from '../surface/members.ts';
import type { Context } from './context.ts';

export function guildInvites({ world, member }: Context, guild: GuildRecord): GuildInvites & Pick<Guild, 'joinBy'> {
  return {
    createInvite({ id }, { maxUses = 0, maxAge = 0 } = {}) {
      const rules = { maxUses, maxAge, temporary: false, roleIds: [], unique: true };
      return addInvite(world, guild, channelOf(world, id), userOf(world, guild.ownerId), rules).code;
    },
    joinBy(code, { id }) {
      const invite = invitesOf(world, guild).find(one => one.code === code);
      if (invite === undefined) throw new Error(`the invite ${code} to ${guild.name} is not good, or not any more`);
      const user = userOf(world, id);
      if (guild.bans.has(id)) throw new Error(`${user.name} is banned from ${guild.name}`);
      const roles = invite.roleIds.filter(roleId => guild.roles.has(roleId));
      const record = join(world, guild, user, { roles });
      useInvite(world, guild, invite);
      return member(record);
    },
  };
}
