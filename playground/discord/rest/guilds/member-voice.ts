/** A member moved between voice channels, or out of them, by a moderator. */

import { AuditLogEvent } from 'discord-api-types/v10';
import { Refusal } from '../../errors.ts';
import { channelPermissions, has, Permission } from '../../permissions.ts';
import { auditEntry } from '../../state/audit/audit-log.ts';
import { channelTypes } from '../../state/channels/channel-types.ts';
import { moveToVoice } from '../../state/channels/voice.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from '../../state/records.ts';
import type { World } from '../../state/world.ts';
import type { InGuild } from '../access.ts';

type Target = ChannelRecord | null | undefined;

export function voiceTarget(
  world: World,
  { guild, me, needs }: InGuild,
  member: MemberRecord,
  channelId: string | null | undefined,
): Target {
  if (channelId === undefined) return undefined;
  needs(Permission.moveMembers);
  if (!guild.voiceStates.has(member.user.id)) throw new Refusal('notInVoice');
  if (channelId === null) return null;
  const channel = guild.channels.get(channelId);
  if (channel === undefined || (channel.type !== channelTypes.voice && channel.type !== channelTypes.stage))
    throw new Refusal('unknownChannel');
  const mine = channelPermissions(guild, me, channel, world.clock.millis());
  if (!has(mine, Permission.viewChannel | Permission.connect)) throw new Refusal('missingPermissions');
  return channel;
}

export function moveInVoice(world: World, guild: GuildRecord, member: MemberRecord, target: Target): void {
  if (target === undefined) return;
  moveToVoice(world, guild, member, target);
  if (target === null)
    auditEntry(world, guild, { action: AuditLogEvent.MemberDisconnect, targetId: null, options: { count: '1' } });
  else
    auditEntry(world, guild, {
      action: AuditLogEvent.MemberMove,
      targetId: null,
      options: { channel_id: target.id, count: '1' },
    });
}
