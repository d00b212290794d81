/** Members as everybody's screen shows them. */
import type { Member } from '../../discord/index.ts';

export interface PageMember {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly isBot: boolean;
  readonly isOwner: boolean;
  readonly roleIds: readonly string[];
  readonly joinedAt: string;
  readonly timedOutUntil: string | null;
}

export function pageMember(member: Member): PageMember {
  const { joined_at: joinedAt, communication_disabled_until: timedOutUntil } = member.json;
  return {
    id: member.id,
    name: member.name,
    displayName: member.displayName,
    isBot: member.isBot,
    isOwner: member.id === member.guild.owner.id,
    roleIds: member.roles.filter(role => role.id !== member.guild.everyone.id).map(role => role.id),
    joinedAt: joinedAt ?? '',
    timedOutUntil: timedOutUntil ?? null,
  };
}
