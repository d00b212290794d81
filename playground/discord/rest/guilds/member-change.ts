/** What one request may change about a member; nothing is changed before all of it is allowed. */
import type { RESTPatchAPIGuildMemberJSONBody } from 'discord-api-types/v10';
import { invalid, Refusal } from '../../errors.ts';
import { limits } from '../../limits.ts';
import { guildPermissions, has, Permission } from '../../permissions.ts';
import { isAssignable, outranks, outranksMember } from '../../state/members/hierarchy.ts';
import { MemberFlag } from '../../state/members/member-flags.ts';
import type { ChannelRecord, MemberRecord, RoleRecord } from '../../state/records.ts';
import { roleOf } from '../../state/world.ts';
import type { InGuild } from '../access.ts';
import type { Call } from '../route.ts';
import { voiceTarget } from './member-voice.ts';

export interface MemberChange {
  readonly fields: Partial<Pick<MemberRecord, 'nick' | 'timedOutUntil' | 'mute' | 'deaf' | 'flags'>>;
  readonly give: readonly RoleRecord[];
  readonly take: readonly RoleRecord[];
  /** Where to be moved; null out of voice, undefined where nobody asked. */
  readonly voice: ChannelRecord | null | undefined;
}

const longestTimeout = limits.timeout.max * 86_400_000;

export function checkMemberChange(
  call: Call<RESTPatchAPIGuildMemberJSONBody>,
  access: InGuild,
  member: MemberRecord,
): MemberChange {
  const { nick, roles, mute, deaf, flags, channel_id: channelId, communication_disabled_until: timeout } = call.body;
  if (nick !== undefined) needsRank(access, member, Permission.manageNicknames);
  if (timeout !== undefined) checkTimeout(access, member, timeout, call.world.clock.millis());
  const inVoice = access.guild.voiceStates.has(member.user.id);
  for (const [wish, permission] of [
    [mute, Permission.muteMembers],
    [deaf, Permission.deafenMembers],
  ] as const) {
    if (wish == null) continue;
    access.needs(permission);
    if (!inVoice) throw new Refusal('notInVoice');
  }
  if (flags != null) checkFlags(access);
  const editable = MemberFlag.bypassesVerification;
  return {
    fields: {
      ...(nick !== undefined && { nick: nick || null }),
      ...(timeout !== undefined && { timedOutUntil: timeout === null ? null : new Date(timeout).toISOString() }),
      ...(mute != null && { mute }),
      ...(deaf != null && { deaf }),
      ...(flags != null && { flags: (member.flags & ~editable) | (flags & editable) }),
    },
    ...(roles == null ? { give: [], take: [] } : replacing(access, member, roles)),
    voice: voiceTarget(call.world, access, member, channelId),
  };
}

function needsRank({ guild, me, needs }: InGuild, member: MemberRecord, permission: bigint): void {
  needs(permission);
  if (!outranksMember(guild, me, member)) throw new Refusal('missingPermissions');
}

function checkTimeout(access: InGuild, member: MemberRecord, until: string | null, now: number): void {
  needsRank(access, member, Permission.moderateMembers);
  if (until === null) return;
  const end = Date.parse(until);
  if (Number.isNaN(end))
    throw invalid('communication_disabled_until', 'DATETIME_TYPE_PARSE', 'Could not parse the datetime');
  if (end > now + longestTimeout)
    throw invalid('communication_disabled_until', 'MEMBER_TIMEOUT_TOO_LONG', 'Timeout must end within 28 days.');
  if (has(guildPermissions(access.guild, member, now), Permission.administrator))
    throw new Refusal('missingPermissions');
}

const moderation = Permission.moderateMembers | Permission.kickMembers | Permission.banMembers;

function checkFlags({ permissions }: InGuild): void {
  const enough = [Permission.manageGuild, Permission.manageRoles, moderation];
  if (!enough.some(needed => has(permissions, needed))) throw new Refusal('missingPermissions');
}

/** The whole set at once, as Discord does it: whoever sends an old set takes away what others gave meanwhile. */
function replacing({ guild, me, needs }: InGuild, member: MemberRecord, wanted: readonly string[]) {
  needs(Permission.manageRoles);
  const target = new Set(wanted.filter(id => id !== null && id !== guild.id));
  const give = [...target].filter(id => !member.roles.has(id)).map(id => roleOf(guild, id));
  const take = [...member.roles].filter(id => !target.has(id)).map(id => roleOf(guild, id));
  for (const role of [...give, ...take]) {
    if (!(isAssignable(guild, role) && outranks(guild, me, role))) throw new Refusal('missingPermissions');
  }
  return { give, take };
}
