/** Users and members as the API gives them. */
import type {
  APIGuildMember,
  APIInteractionGuildMember,
  APIUser,
  GuildMemberFlags,
  UserFlags,
} from 'discord-api-types/v10';
import type { MemberRecord, UserRecord } from '../state/records.ts';

export function userJson(user: UserRecord): APIUser {
  return {
    id: user.id,
    username: user.name,
    discriminator: '0',
    global_name: user.displayName,
    avatar: null,
    public_flags: 0 as UserFlags,
    flags: 0 as UserFlags,
    primary_guild: null,
    ...(user.bot && { bot: true }),
  };
}

/** A bot's own account, as nobody else is told of it. */
export const ownUserJson = (user: UserRecord) => ({ ...userJson(user), mfa_enabled: false, verified: true });

/** Without `user`, as it stands in resolved data and in message dispatches. */
export function bareMemberJson(member: MemberRecord): Omit<APIGuildMember, 'user'> {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: [...member.roles],
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: member.deaf,
    mute: member.mute,
    flags: member.flags as GuildMemberFlags,
    pending: member.pending,
    communication_disabled_until: member.timedOutUntil,
  };
}

export function memberJson(member: MemberRecord): APIGuildMember {
  return { ...bareMemberJson(member), user: userJson(member.user) };
}

export function interactionMemberJson(member: MemberRecord, permissions: bigint): APIInteractionGuildMember {
  return { ...memberJson(member), permissions: String(permissions) };
}
