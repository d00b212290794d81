/** Who may use a command where, after what organisers set for it or for its whole application. */
import { AuditLogEvent } from 'discord-api-types/v10';
import { has, Permission } from '../../permissions.ts';
import { auditEntry, differences } from '../audit/audit-log.ts';
import type { ApplicationRecord, ChannelRecord, CommandRecord, GuildRecord, MemberRecord } from '../records.ts';
import type { World } from '../world.ts';
import type { CommandPermissionRecord } from './command-permission-record.ts';

const role = 1;
const user = 2;
const channel = 3;

/** `id` of a command or of an application. Without any, the defaults of the bot's author hold again. */
export function setCommandPermissions(
  world: World,
  guild: GuildRecord,
  application: ApplicationRecord,
  id: string,
  permissions: readonly CommandPermissionRecord[],
): void {
  const before = guild.commandPermissions.get(id) ?? [];
  if (permissions.length === 0) guild.commandPermissions.delete(id);
  else guild.commandPermissions.set(id, permissions);
  world.bus.emit({ kind: 'command-permissions-changed', guild, applicationId: application.id, id });
  world.bus.emit({ kind: 'commands-changed', applicationId: application.id, guildId: guild.id });
  auditEntry(world, guild, {
    action: AuditLogEvent.ApplicationCommandPermissionUpdate,
    targetId: id,
    changes: differences(byTarget(before), byTarget(permissions)),
    options: { application_id: application.id },
  });
}

/** The log has the role, user or channel as the key of the change. */
const byTarget = (permissions: readonly CommandPermissionRecord[]) =>
  Object.fromEntries(permissions.map(one => [one.id, one]));

/** A command that is deleted, or renamed, loses them. */
export function removeCommand(world: World, application: ApplicationRecord, command: CommandRecord): void {
  application.commands.delete(command.id);
  for (const guild of world.guilds.values()) guild.commandPermissions.delete(command.id);
}

/** `permissions`: the member's own, in this channel. Administrators may always. */
export function mayUseCommand(
  guild: GuildRecord,
  where: ChannelRecord,
  member: MemberRecord,
  { applicationId, command }: { readonly applicationId: string; readonly command: CommandRecord },
  permissions: bigint,
): boolean {
  if (has(permissions, Permission.administrator)) return true;
  // A command with settings of its own no longer follows those of its application.
  const set = guild.commandPermissions.get(command.id) ?? guild.commandPermissions.get(applicationId) ?? [];
  return mayHere(set, guild, where) && (said(set, guild, member) ?? byDefault(command, permissions));
}

function mayHere(set: readonly CommandPermissionRecord[], guild: GuildRecord, where: ChannelRecord): boolean {
  const of = (id: string | null) => set.find(one => one.type === channel && one.id === id)?.permission;
  const parent = guild.threads.has(where.id) ? where.parentId : null;
  return of(where.id) ?? of(parent) ?? of(allChannels(guild)) ?? true;
}

/** The user's own word first, then any role that allows, any that denies, then @everyone. */
function said(set: readonly CommandPermissionRecord[], guild: GuildRecord, member: MemberRecord): boolean | undefined {
  const own = set.find(one => one.type === user && one.id === member.user.id);
  if (own !== undefined) return own.permission;
  const roles = set.filter(one => one.type === role && member.roles.has(one.id));
  if (roles.length > 0) return roles.some(({ permission }) => permission);
  return set.find(one => one.type === role && one.id === guild.id)?.permission;
}

function byDefault({ json: { default_member_permissions: needed } }: CommandRecord, permissions: bigint): boolean {
  if (needed == null) return true;
  const bits = BigInt(needed);
  return bits !== 0n && has(permissions, bits);
}

/** Discord's number for "all channels". */
export const allChannels = (guild: { readonly id: string }) => String(BigInt(guild.id) - 1n);
