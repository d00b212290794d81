/** Members, behind the privileged intent; a bot always hears of changes to itself. */

import { Intent } from '../../intents.ts';
import { memberJson, userJson } from '../../serial/user.ts';
import type { ApplicationRecord, MemberRecord } from '../../state/records.ts';
import { type DispatchesOf, inGuild, onlyFor } from './dispatch.ts';

export const memberDispatches: DispatchesOf<'member-joined' | 'member-changed' | 'own-member-changed' | 'member-left'> =
  {
    'member-joined': (world, { member }) =>
      inGuild(
        world,
        'GUILD_MEMBER_ADD',
        member.guildId,
        () => ({ ...memberJson(member), guild_id: member.guildId }),
        Intent.guildMembers,
      ),
    'member-changed': (world, { member }) => {
      const data = ({ bot }: ApplicationRecord) => (bot.id === member.user.id ? undefined : changedJson(member));
      return inGuild(world, 'GUILD_MEMBER_UPDATE', member.guildId, data, Intent.guildMembers);
    },
    'own-member-changed': (world, { member }) => {
      const data = () => changedJson(member);
      return onlyFor(member.user.id, inGuild(world, 'GUILD_MEMBER_UPDATE', member.guildId, data, Intent.none));
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

const changedJson = (member: MemberRecord) => ({ ...memberJson(member), guild_id: member.guildId });
