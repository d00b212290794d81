/** A scheduled event as Discord describes it, reduced to what is compared. */
import { type APIGuildScheduledEvent, GuildScheduledEventStatus } from 'discord.js';
import { type EventLook, type EventOnServer, minuteOf } from '../../domain/groups/event-look.ts';

const statuses = {
  [GuildScheduledEventStatus.Scheduled]: 'scheduled',
  [GuildScheduledEventStatus.Active]: 'active',
  [GuildScheduledEventStatus.Completed]: 'completed',
  [GuildScheduledEventStatus.Canceled]: 'canceled',
} as const;

export type DescribedEvent = Pick<
  APIGuildScheduledEvent,
  'id' | 'name' | 'status' | 'scheduled_start_time' | 'scheduled_end_time' | 'channel_id' | 'entity_metadata'
> & { readonly description?: string | null };

export function seenEvent(event: DescribedEvent): EventOnServer & { readonly look: EventLook } {
  return {
    id: event.id,
    status: statuses[event.status],
    look: {
      name: event.name,
      description: event.description ?? '',
      starts: minuteOf(Temporal.Instant.from(event.scheduled_start_time)),
      ends: event.scheduled_end_time ? minuteOf(Temporal.Instant.from(event.scheduled_end_time)) : null,
      place: event.channel_id ? `voice/${event.channel_id}` : `at/${event.entity_metadata?.location ?? ''}`,
    },
  };
}
