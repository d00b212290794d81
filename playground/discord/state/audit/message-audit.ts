/** Messages in the audit log: deleted or pinned. What people do with their own is nobody's business. */
import { AuditLogEvent } from 'discord-api-types/v10';
import type { ChannelRecord, MessageRecord } from '../records.ts';
import { guildHolding, type World } from '../world.ts';
import { auditEntry } from './audit-log.ts';

export function logDeletion(world: World, message: MessageRecord): void {
  const guild = guildHolding(world, message);
  if (guild === undefined || message.onlyFor !== undefined || world.actor?.userId === message.author.id) return;
  const options = { channel_id: message.channelId, count: '1' };
  auditEntry(world, guild, { action: AuditLogEvent.MessageDelete, targetId: message.author.id, options });
}

export function logBulkDeletion(world: World, channel: ChannelRecord, count: number): void {
  const guild = guildHolding(world, channel);
  if (guild === undefined || count === 0) return;
  const options = { count: String(count) };
  auditEntry(world, guild, { action: AuditLogEvent.MessageBulkDelete, targetId: channel.id, options });
}

export function logPin(world: World, message: MessageRecord): void {
  const guild = guildHolding(world, message);
  if (guild === undefined) return;
  const action = message.pinnedAt === null ? AuditLogEvent.MessageUnpin : AuditLogEvent.MessagePin;
  const options = { channel_id: message.channelId, message_id: message.id };
  auditEntry(world, guild, { action, targetId: message.author.id, options });
}
