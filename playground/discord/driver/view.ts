/** Where a member is, and what is on the screen there. */
import { channelPermissions, has, Permission } from '../permissions.ts';
import { bySnowflake } from '../snowflake.ts';
import type { ChannelRecord, GuildRecord, MemberRecord, MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';

const category = 4;

export function mayIn(world: World, member: MemberRecord, channel: ChannelRecord, permission: bigint): boolean {
  if (channel.guildId === undefined) return channel.recipientIds.includes(member.user.id);
  const guild = world.guilds.get(channel.guildId);
  return guild !== undefined && has(channelPermissions(guild, member, channel, world.clock.millis()), permission);
}

/** As in the client's list: by category, then position. */
export function visibleChannels(world: World, guild: GuildRecord, member: MemberRecord): readonly ChannelRecord[] {
  const order = (channel: ChannelRecord): readonly number[] => {
    const parent = channel.parentId === null ? undefined : guild.channels.get(channel.parentId);
    const top = parent ?? (channel.type === category ? channel : undefined);
    return [top === undefined ? -1 : top.position, channel.type === category ? -1 : channel.position];
  };
  return [...guild.channels.values()]
    .filter(channel => mayIn(world, member, channel, Permission.viewChannel))
    .sort((a, b) => {
      const [x = 0, y = 0] = order(a);
      const [u = 0, v = 0] = order(b);
      return x - u || y - v || bySnowflake(a.id, b.id);
    });
}

/** Direct messages that are not empty. */
export function dmsOf(world: World, userId: string): readonly ChannelRecord[] {
  return [...world.channels.values()].filter(
    channel => channel.guildId === undefined && channel.recipientIds.includes(userId),
  );
}

/** Oldest first, with the ephemeral ones meant for this member. */
export function messagesFor(world: World, member: MemberRecord, channel: ChannelRecord): readonly MessageRecord[] {
  if (!mayIn(world, member, channel, Permission.viewChannel | Permission.readMessageHistory)) return [];
  const whispers = [...(world.whispers.get(channel.id)?.values() ?? [])].filter(
    ({ onlyFor }) => onlyFor === member.user.id,
  );
  const all = [...channel.messages.values(), ...whispers];
  return whispers.length === 0 ? all : all.sort((a, b) => bySnowflake(a.id, b.id));
}

/** Everything in the guild's channels and the direct messages, oldest first. */
export function onScreen(world: World, member: MemberRecord): readonly MessageRecord[] {
  const guild = world.guilds.get(member.guildId);
  const channels = [...(guild?.channels.values() ?? []), ...dmsOf(world, member.user.id)];
  return channels.flatMap(channel => messagesFor(world, member, channel)).sort((a, b) => bySnowflake(a.id, b.id));
}

/** The channel a member is in when a test does not say: the first where she may use commands. */
export function usualChannel(world: World, guild: GuildRecord, member: MemberRecord): ChannelRecord {
  const channel = visibleChannels(world, guild, member).find(
    candidate => candidate.type !== category && mayIn(world, member, candidate, Permission.useApplicationCommands),
  );
  if (channel === undefined) throw new Error(`${member.user.name} sees no channel in ${guild.name} to use commands in`);
  return channel;
}
