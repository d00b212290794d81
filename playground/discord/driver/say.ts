/** An ordinary message written by a member. */
import { channelPermissions, has, Permission } from '../permissions.ts';
import { resolveMentions } from '../state/mentions.ts';
import { createMessage } from '../state/messages.ts';
import type { GuildRecord, MemberRecord, MessageRecord } from '../state/records.ts';
import { channelOf, type World } from '../state/world.ts';
import { mayIn, usualChannel } from './view.ts';

export function say(
  world: World,
  guild: GuildRecord,
  member: MemberRecord,
  text: string,
  channelId: string | undefined,
): MessageRecord {
  const channel = channelId === undefined ? usualChannel(world, guild, member) : channelOf(world, channelId);
  if (!mayIn(world, member, channel, Permission.viewChannel | Permission.sendMessages))
    throw new Error(`${member.user.name} may not write in #${channel.name}`);
  const permissions =
    channel.guildId === undefined ? 0n : channelPermissions(guild, member, channel, world.clock.millis());
  return createMessage(world, channel, {
    author: member.user,
    content: text,
    mentions: resolveMentions(text, {
      allowed: undefined,
      byDefault: 'everything',
      guild: channel.guildId === undefined ? undefined : guild,
      mayPingAll: has(permissions, Permission.mentionEveryone),
    }),
  });
}
