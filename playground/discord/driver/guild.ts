/** A guild's handle: what its owner does with the client, free of permission checks. */
import { channelPermissions, guildPermissions } from '../permissions.ts';
import { channelTypes } from '../state/channels/channel-types.ts';
import { addChannel, changeChannel, deleteChannel } from '../state/channels/channels.ts';
import { setPublicUpdates } from '../state/guilds/community.ts';
import { changeGuild } from '../state/guilds/guilds.ts';
import { byRank } from '../state/members/hierarchy.ts';
import { join } from '../state/members/members.ts';
import { addRole, changeRole, deleteRole, moveRoles } from '../state/members/roles.ts';
import type { GuildRecord, MemberRecord, RoleRecord } from '../state/records.ts';
import { openEvents } from '../state/scheduled-events/scheduled-events.ts';
import { createUser } from '../state/users.ts';
import { memberOf, roleOf } from '../state/world.ts';
import type { Guild } from '../surface/members.ts';
import { channelFields } from './channel-fields.ts';
import { guildCommandPermissions } from './command-permissions.ts';
import type { Context } from './context.ts';
import { guildSwitches } from './guild-settings.ts';
import { guildInvites } from './invites.ts';
import { guildModeration } from './moderation.ts';
import { newRoleFields, roleFields } from './new-role.ts';
import { guildOnboarding } from './onboarding.ts';
import { scheduledEventHandle } from './scheduled-events/event-handle.ts';
import { guildScheduledEvents } from './scheduled-events/scheduled-events.ts';
import { guildThreads } from './thread-list.ts';
import { visibleChannels } from './view.ts';
import { guildVoice } from './voice.ts';

export function guildHandle(context: Context, guild: GuildRecord): Guild {
  const { world } = context;
  const rolesDown = () => [...guild.roles.values()].sort((a, b) => byRank(b, a));
  const channelIn = (id: string) => {
    const channel = guild.channels.get(id) ?? guild.threads.get(id);
    if (channel === undefined) throw new Error(`${guild.name} has no channel with the id ${id}`);
    return channel;
  };

  return {
    ...guildCommandPermissions(world, guild),
    ...guildThreads(context, guild),
    ...guildVoice(context),
    ...guildInvites(context, guild),
    ...guildScheduledEvents(context, guild),
    ...guildModeration(world, guild),
    ...guildSwitches(world, guild),
    ...guildOnboarding(world, guild),
    id: guild.id,
    get name() {
      return guild.name;
    },
    get owner() {
      return context.member(memberOf(guild, guild.ownerId));
    },
    get everyone() {
      return context.role(roleOf(guild, guild.id));
    },
    get roles() {
      return rolesDown().map(context.role);
    },
    get channels() {
      return [...guild.channels.values()].map(context.channel);
    },
    get threads() {
      return [...guild.threads.values()].map(context.channel);
    },
    get scheduledEvents() {
      return openEvents(guild).map(event => scheduledEventHandle(world, event));
    },
    get members() {
      return [...guild.members.values()].map(context.member);
    },
    get systemChannelId() {
      return guild.systemChannelId ?? undefined;
    },
    set systemChannelId(id) {
      changeGuild(world, guild, { systemChannelId: id ?? null });
    },
    get publicUpdatesChannelId() {
      return guild.publicUpdatesChannelId ?? undefined;
    },
    set publicUpdatesChannelId(id) {
      setPublicUpdates(world, guild, id ?? null);
    },
    createRole(role) {
      const record = addRole(world, guild, newRoleFields(world, role));
      place(record, role.position);
      return context.role(record);
    },
    changeRole({ id }, change) {
      const record = roleOf(guild, id);
      changeRole(world, guild, record, roleFields(change));
      place(record, change.position);
      return context.role(record);
    },
    deleteRole: ({ id }) => deleteRole(world, guild, roleOf(guild, id)),
    createChannel(channel) {
      const type = channelTypes[channel.type ?? 'text'];
      return context.channel(
        addChannel(world, guild, type, { ...channelFields(world, guild, channel), name: channel.name }),
      );
    },
    changeChannel({ id }, change) {
      const channel = channelIn(id);
      changeChannel(world, channel, channelFields(world, guild, change));
      return context.channel(channel);
    },
    deleteChannel: ({ id }) => deleteChannel(world, guild, channelIn(id)),
    join(who) {
      const user = 'id' in who ? world.users.get(who.id) : createUser(world, who);
      if (user === undefined) throw new Error('join: there is no such user');
      if (guild.bans.has(user.id))
        throw new Error(`${user.name} is banned from ${guild.name}: lift that first, with guild.unban(…)`);
      if ('id' in who) return context.member(join(world, guild, user));
      const roles = who.roles?.map(({ id }) => id);
      return context.member(join(world, guild, user, { pending: who.pending, roles }));
    },
    member(idOrName) {
      const found = guild.members.get(idOrName) ?? memberNamed(guild, idOrName);
      if (found === undefined) throw new Error(`${guild.name} has no member "${idOrName}"`);
      return context.member(found);
    },
    role(idOrName) {
      const found = guild.roles.get(idOrName) ?? rolesDown().find(({ name }) => name === idOrName);
      if (found === undefined) throw new Error(`${guild.name} has no role "${idOrName}"`);
      return context.role(found);
    },
    channel(idOrName) {
      const found = guild.channels.get(idOrName) ?? [...guild.channels.values()].find(({ name }) => name === idOrName);
      if (found === undefined) throw new Error(`${guild.name} has no channel "${idOrName}"`);
      return context.channel(found);
    },
    channelsVisibleTo: ({ id }) => {
      const member = guild.members.get(id);
      return member === undefined ? [] : visibleChannels(world, guild, member).map(context.channel);
    },
    permissionsOf({ id }, channel) {
      const member = guild.members.get(id);
      if (member === undefined) return 0n;
      const now = world.clock.millis();
      return channel === undefined
        ? guildPermissions(guild, member, now)
        : channelPermissions(guild, member, channelIn(channel.id), now);
    },
  };

  function place(role: RoleRecord, position: number | undefined): void {
    if (position !== undefined) moveRoles(world, guild, new Map([[role.id, position]]));
  }
}

function memberNamed(guild: GuildRecord, name: string): MemberRecord | undefined {
  for (const member of guild.members.values())
    if (member.user.name === name || member.user.displayName === name || member.nick === name) return member;
  return undefined;
}
