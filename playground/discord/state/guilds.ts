/** Guilds and who is in them. */
import { everyonePermissions } from '../permissions.ts';
import type { ApplicationRecord, GuildRecord, MemberRecord, UserRecord } from './records.ts';
import { addRole, deleteRole } from './roles.ts';
import { timestamp, type World } from './world.ts';

export function createGuild(world: World, name: string, owner: UserRecord, locale = 'en-US'): GuildRecord {
  const id = world.ids.next();
  const guild: GuildRecord = {
    id,
    name,
    ownerId: owner.id,
    locale,
    systemChannelId: null,
    publicUpdatesChannelId: null,
    joinedAt: timestamp(world),
    roles: new Map(),
    channels: new Map(),
    members: new Map(),
  };
  guild.roles.set(id, {
    id,
    guildId: id,
    name: '@everyone',
    permissions: everyonePermissions,
    position: 0,
    color: 0,
    hoist: false,
    mentionable: false,
    managed: false,
    botId: undefined,
  });
  world.guilds.set(id, guild);
  world.bus.emit({ kind: 'guild-created', guild });
  join(world, guild, owner);
  return guild;
}

export function join(
  world: World,
  guild: GuildRecord,
  user: UserRecord,
  options: { readonly pending?: boolean | undefined; readonly roles?: readonly string[] | undefined } = {},
): MemberRecord {
  const known = guild.members.get(user.id);
  if (known !== undefined) return known;
  const member: MemberRecord = {
    guildId: guild.id,
    user,
    nick: null,
    roles: new Set(options.roles),
    joinedAt: timestamp(world),
    pending: options.pending ?? false,
    timedOutUntil: null,
  };
  guild.members.set(user.id, member);
  world.bus.emit({ kind: 'member-joined', member });
  return member;
}

export function leave(world: World, guild: GuildRecord, member: MemberRecord): void {
  guild.members.delete(member.user.id);
  world.bus.emit({ kind: 'member-left', member });
}

/** The bot comes with a managed role of its own name, at the bottom, as on the real thing. */
export function addBot(world: World, guild: GuildRecord, application: ApplicationRecord, permissions: bigint): void {
  const role = addRole(world, guild, {
    name: application.name,
    permissions,
    managed: true,
    botId: application.bot.id,
  });
  join(world, guild, application.bot, { roles: [role.id] });
  world.bus.emit({ kind: 'bot-added', guild, botId: application.bot.id });
}

export function removeBot(world: World, guild: GuildRecord, application: ApplicationRecord): void {
  const member = guild.members.get(application.bot.id);
  if (member === undefined) return;
  world.bus.emit({ kind: 'bot-removed', guild, botId: application.bot.id });
  leave(world, guild, member);
  for (const role of [...guild.roles.values()]) if (role.botId === application.bot.id) deleteRole(world, guild, role);
  for (const [id, command] of application.commands) if (command.guildId === guild.id) application.commands.delete(id);
}

export function changeMember(
  world: World,
  member: MemberRecord,
  change: Partial<Pick<MemberRecord, 'nick' | 'pending' | 'timedOutUntil'>>,
): void {
  Object.assign(member, change);
  world.bus.emit({ kind: 'member-changed', member });
}

export function changeGuild(
  world: World,
  guild: GuildRecord,
  change: Partial<Pick<GuildRecord, 'name' | 'systemChannelId' | 'publicUpdatesChannelId'>>,
): void {
  Object.assign(guild, change);
  world.bus.emit({ kind: 'guild-changed', guild });
}
