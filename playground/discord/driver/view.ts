/** Where a member is, and what is on the screen there. */
import { allPermissions, channelPermissions, has, Permission } from '../permissions.ts';
import { bySnowflake } from '../snowflake.ts';
import { channelTypes, voiceTypes } from '../state/channels/channel-types.ts';
import type { ChannelRecord, GuildRecord, MemberRecord, MessageRecord } from '../state/records.ts';
import type { World } from '../state/world.ts';

const textTypes = new Set<number>([channelTypes.text, channelTypes.announcement]);

export function mayIn(world: World, member: MemberRecord, channel: ChannelRecord, permission: bigint): boolean {
  return has(permissionsFor(world, member, channel), permission);
}

/** In direct messages everything, if they are this member's. */
export function permissionsFor(world: World, member: MemberRecord, channel: ChannelRecord): bigint {
  if (channel.guildId === undefined) return channel.recipientIds.includes(member.user.id) ? allPermissions : 0n;
  const guild = world.guilds.get(channel.guildId);
  return guild === undefined ? 0n : channelPermissions(guild, member, channel, world.clock.millis());
}

/** As in the client's list: by channelTypes.category, text before voice, then by position. */
export function visibleChannels(world: World, guild: GuildRecord, member: MemberRecord): readonly ChannelRecord[] {
  const order = (channel: ChannelRecord): readonly number[] => {
    const parent = channel.parentId === null ? undefined : guild.channels.get(channel.parentId);
    const top = parent ?? (channel.type === channelTypes.category ? channel : undefined);
    const group = channel.type === channelTypes.category ? -1 : voiceTypes.has(channel.type) ? 1 : 0;
    return [top === undefined ? -1 : top.position, group, channel.position];
  };
  return [...guild.channels.values()]
    .filter(channel => mayIn(world, member, channel, Permission.viewChannel))
    .sort((a, b) => {
      const [x = 0, y = 0, z = 0] = order(a);
      const [u = 0, v = 0, w = 0] = order(b);
      return x - u || y - v || z - w || bySnowflake(a.id, b.id);
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
  const ephemerals = [...(world.ephemerals.get(channel.id)?.values() ?? [])].filter(
    ({ onlyFor }) => onlyFor === member.user.id,
  );
  const all = [...channel.messages.values(), ...ephemerals];
  return ephemerals.length === 0 ? all : all.sort((a, b) => bySnowflake(a.id, b.id));
}

/** Everything in the guild's channels and the direct messages, oldest first. */
export function onScreen(world: World, member: MemberRecord): readonly MessageRecord[] {
  const guild = world.guilds.get(member.guildId);
  const channels = [
    ...(guild?.channels.values() ?? []),
    ...(guild?.threads.values() ?? []),
    ...dmsOf(world, member.user.id),
  ];
  return channels.flatMap(channel => messagesFor(world, member, channel)).sort((a, b) => bySnowflake(a.id, b.id));
}

function reason(world: World, { timedOutUntil }: MemberRecord): string {
  const isTimedOut = timedOutUntil !== null && Date.parse(timedOutUntil) > world.clock.millis();
  return isTimedOut ? `: the timeout lasts until ${timedOutUntil}` : '';
}

/** The channel a member is in when a test does not say: the first where she may use commands. */
export function usualChannel(world: World, guild: GuildRecord, member: MemberRecord): ChannelRecord {
  const channel = visibleChannels(world, guild, member).find(
    candidate => textTypes.has(candidate.type) && mayIn(world, member, candidate, Permission.useApplicationCommands),
  );
  if (channel === undefined)
    throw new Error(
      `${member.user.name} may write or use commands in no channel of ${guild.name}${reason(world, member)}`,
    );
  return channel;
}
