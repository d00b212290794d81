/** The server as discord.js keeps it, as a value of the domain. Costs no request. */
import {
  ChannelType,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type PermissionsBitField,
} from 'discord.js';
import type { Overwrite, Server, ServerChannel } from '../domain/server.ts';
import { roleFacts } from './effects/facts.ts';

/** Undefined while Discord can't reach the server, or has not told of the bot itself yet. */
export function serverOf(guild: Guild): Server | undefined {
  const { me } = guild.members;
  if (!guild.available || !me) return undefined;
  return {
    id: guild.id,
    ownerId: guild.ownerId,
    features: guild.features,
    roles: guild.roles.cache.map(roleFacts),
    channels: guild.channels.cache.filter(channel => !channel.isThread()).map(channelOf),
    bot: { userId: me.id, permissions: me.permissions.bitfield, highestRoleId: me.roles.highest.id },
  };
}

const types: Readonly<Partial<Record<ChannelType, ServerChannel['type']>>> = {
  [ChannelType.GuildText]: 'text',
  [ChannelType.GuildVoice]: 'voice',
  [ChannelType.GuildCategory]: 'category',
};

function channelOf(channel: GuildBasedChannel): ServerChannel {
  const { guild, id, name, type, parentId } = channel;
  const topic = 'topic' in channel ? channel.topic : undefined;
  const { me } = guild.members;
  return {
    id,
    name,
    type: types[type] ?? 'other',
    ...(parentId && { parentId }),
    ...(topic && { topic }),
    overwrites: overwritesOf(channel),
    botPermissions: me ? allowed(channel.permissionsFor(me)) : 0n,
  };
}

/** Who can't see a channel may do nothing there; discord.js leaves that out. */
function allowed(permissions: Readonly<PermissionsBitField> | null): bigint {
  return permissions?.has(PermissionFlagsBits.ViewChannel) ? permissions.bitfield : 0n;
}

function overwritesOf(channel: GuildBasedChannel): readonly Overwrite[] {
  if (!('permissionOverwrites' in channel)) return [];
  return channel.permissionOverwrites.cache.map(({ id, allow, deny }) => ({
    id,
    allow: allow.bitfield,
    deny: deny.bitfield,
  }));
}
