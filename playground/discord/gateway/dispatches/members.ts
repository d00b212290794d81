/** Members, behind the privileged intent; a bot always hears of changes to itself. */
import { memberJson, userJson } from '../../serial/user.ts';
import { Intent } from '../intents.ts';
import { type DispatchesOf, inGuild, onlyFor } from './dispatch.ts';

export const memberDispatches: DispatchesOf<'member-joined' | 'member-changed' | 'member-left'> = {
  'member-joined': (world, { member }) =>
    inGuild(
      world,
      'GUILD_MEMBER_ADD',
      member.guildId,
      () => ({ ...memberJson(member), guild_id: member.guildId }),
      Intent.guildMembers,
    ),
  'member-changed': (world, { member }) => {
    const { guildId, user } = member;
    const data = () => ({ ...memberJson(member), guild_id: guildId });
    if (user.bot) return onlyFor(user.id, inGuild(world, 'GUILD_MEMBER_UPDATE', guildId, data, Intent.none));
    return inGuild(world, 'GUILD_MEMBER_UPDATE', guildId, data, Intent.guildMembers);
  },
  'member-left': (world, { member: { guildId, user } }) =>
    inGuild(
      world,
      'GUILD_MEMBER_REMOVE',
      guildId,
      () => ({ guild_id: guildId, user: userJson(user) }),
      Intent.guildMembers,
    ),
};
