/** Guilds: founded, changed, and the bots invited to them. */
import { AuditLogEvent } from 'discord-api-types/v10';
import { everyonePermissions } from '../../permissions.ts';
import { auditedGuild } from '../audit/audit-fields.ts';
import { acting, auditEntry, differences } from '../audit/audit-log.ts';
import { join, leave } from '../members/members.ts';
import { plainLook } from '../members/role-look-record.ts';
import { addRole, deleteRole } from '../members/roles.ts';
import type { ApplicationRecord, GuildRecord, UserRecord } from '../records.ts';
import { timestamp, type World } from '../world.ts';
import { type GuildSettings, newGuildSettings } from './guild-settings-record.ts';
import { noOnboarding } from './onboarding-record.ts';

export function createGuild(world: World, name: string, owner: UserRecord, locale = 'en-US'): GuildRecord {
  const id = world.ids.next();
  const guild: GuildRecord = {
    id,
    name,
    ownerId: owner.id,
    locale,
    systemChannelId: null,
    publicUpdatesChannelId: null,
    settings: newGuildSettings,
    onboarding: noOnboarding,
    joinedAt: timestamp(world),
    roles: new Map(),
    channels: new Map(),
    threads: new Map(),
    members: new Map(),
    voiceStates: new Map(),
    invites: new Map(),
    scheduledEvents: new Map(),
    bans: new Map(),
    formerMembers: new Set(),
    commandPermissions: new Map(),
    auditLog: [],
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
    look: plainLook,
    tags: {},
    flags: 0,
  });
  world.guilds.set(id, guild);
  world.bus.emit({ kind: 'guild-created', guild });
  join(world, guild, owner);
  return guild;
}

/** The bot comes with a managed role of its own name, at the bottom, as on the real thing. */
export function addBot(world: World, guild: GuildRecord, application: ApplicationRecord, permissions: bigint): void {
  const { name, bot } = application;
  // The role comes with the bot: in the log stands the bot alone.
  acting(world, undefined, () => {
    const role = addRole(world, guild, { name, permissions, managed: true, botId: bot.id });
    join(world, guild, bot, { roles: [role.id] });
  });
  world.bus.emit({ kind: 'bot-added', guild, botId: bot.id });
  auditEntry(world, guild, { action: AuditLogEvent.BotAdd, targetId: bot.id });
}

export function removeBot(world: World, guild: GuildRecord, application: ApplicationRecord): void {
  const { bot, commands } = application;
  const member = guild.members.get(bot.id);
  if (member === undefined) return;
  world.bus.emit({ kind: 'bot-removed', guild, botId: bot.id });
  leave(world, guild, member);
  acting(world, undefined, () => {
    for (const role of [...guild.roles.values()]) if (role.botId === bot.id) deleteRole(world, guild, role);
  });
  for (const [id, command] of commands) if (command.guildId === guild.id) commands.delete(id);
}

export type GuildChange = Partial<
  Pick<GuildRecord, 'name' | 'locale' | 'systemChannelId' | 'publicUpdatesChannelId'>
> & {
  readonly settings?: Partial<GuildSettings> | undefined;
};

export function changeGuild(world: World, guild: GuildRecord, { settings, ...change }: GuildChange): void {
  const before = auditedGuild(guild);
  Object.assign(guild, change);
  guild.settings = { ...guild.settings, ...settings };
  world.bus.emit({ kind: 'guild-changed', guild });
  const changes = differences(before, auditedGuild(guild));
  auditEntry(world, guild, { action: AuditLogEvent.GuildUpdate, targetId: guild.id, changes });
}
