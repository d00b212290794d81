/** Who knows of which scheduled events: those in a channel belong to whoever sees the channel. */
import { channelPermissions, has, Permission } from '../../permissions.ts';
import type { GuildRecord } from '../records.ts';
import type { ScheduledEventRecord } from './scheduled-event-record.ts';
import { openEvents } from './scheduled-events.ts';

/** Timeouts hide nothing, so that the time does not matter. */
const anyTime = 0;

export function seesEvent(guild: GuildRecord, event: ScheduledEventRecord, userId: string): boolean {
  const member = guild.members.get(userId);
  if (member === undefined) return false;
  const channel = event.channelId === null ? undefined : guild.channels.get(event.channelId);
  return channel === undefined || has(channelPermissions(guild, member, channel, anyTime), Permission.viewChannel);
}

export function eventsSeenBy(guild: GuildRecord, userId: string): readonly ScheduledEventRecord[] {
  return openEvents(guild).filter(event => seesEvent(guild, event, userId));
}
