/** Who is in a guild: coming, going, and what changes about them in between. */
import { AuditLogEvent } from 'discord-api-types/v10';
import { auditedMember } from '../audit/audit-fields.ts';
import { auditEntry, differences } from '../audit/audit-log.ts';
import type { GuildRecord, MemberRecord, UserRecord } from '../records.ts';
import { removeFromThread } from '../threads/thread-members.ts';
import { timestamp, type World } from '../world.ts';
import { tellOfChange } from './member-events.ts';
import { MemberFlag } from './member-flags.ts';

/** With the rules to accept first, people come in as pending. Nothing is kept of an earlier stay but that there was one. */
export function join(
  world: World,
  guild: GuildRecord,
  user: UserRecord,
  options: { readonly pending?: boolean | undefined; readonly roles?: readonly string[] | undefined } = {},
): MemberRecord {
  const known = guild.members.get(user.id);
  if (known !== undefined) return known;
  const gated = !user.bot && guild.settings.features.includes('MEMBER_VERIFICATION_GATE_ENABLED');
  const member: MemberRecord = {
    guildId: guild.id,
    user,
    nick: null,
    roles: new Set(options.roles),
    joinedAt: timestamp(world),
    pending: options.pending ?? gated,
    timedOutUntil: null,
    mute: false,
    deaf: false,
    flags: guild.formerMembers.has(user.id) ? MemberFlag.didRejoin : 0,
  };
  guild.members.set(user.id, member);
  world.bus.emit({ kind: 'member-joined', member });
  return member;
}

export function leave(world: World, guild: GuildRecord, member: MemberRecord): void {
  guild.members.delete(member.user.id);
  guild.formerMembers.add(member.user.id);
  world.bus.emit({ kind: 'member-left', member });
  for (const thread of guild.threads.values()) removeFromThread(world, thread, member.user.id);
}

export function changeMember(
  world: World,
  member: MemberRecord,
  change: Partial<Pick<MemberRecord, 'nick' | 'pending' | 'timedOutUntil' | 'mute' | 'deaf' | 'flags'>>,
): void {
  const before = auditedMember(member);
  Object.assign(member, change);
  tellOfChange(world, member);
  const guild = world.guilds.get(member.guildId);
  const voice = guild?.voiceStates.get(member.user.id);
  if (voice !== undefined && (before.mute !== member.mute || before.deaf !== member.deaf))
    world.bus.emit({ kind: 'voice-changed', state: voice });
  const changes = differences(before, auditedMember(member));
  if (guild !== undefined)
    auditEntry(world, guild, { action: AuditLogEvent.MemberUpdate, targetId: member.user.id, changes });
}

/** Whose name, display name or nickname begins so, in any case. */
export function membersNamed(guild: GuildRecord, beginning: string, limit: number): readonly MemberRecord[] {
  const start = beginning.toLowerCase();
  const found: MemberRecord[] = [];
  for (const member of guild.members.values()) {
    const { user, nick } = member;
    if (found.length === limit) break;
    if ([user.name, user.displayName, nick].some(name => name?.toLowerCase().startsWith(start))) found.push(member);
  }
  return found;
}
