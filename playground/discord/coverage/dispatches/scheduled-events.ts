/** Events of the coverage table: scheduled events. */
import { type Area, supported } from '../entry.ts';

export const scheduledEventsDispatches: Area = {
  name: 'Scheduled events',
  entries: [
    supported(
      'GUILD_SCHEDULED_EVENT_CREATE',
      'scheduled-events',
      'what happens to an event by hand reaches discord.js',
    ),
    supported(
      'GUILD_SCHEDULED_EVENT_UPDATE',
      'scheduled-events',
      'what happens to an event by hand reaches discord.js',
    ),
    supported(
      'GUILD_SCHEDULED_EVENT_DELETE',
      'scheduled-events',
      'what happens to an event by hand reaches discord.js',
    ),
    supported(
      'GUILD_SCHEDULED_EVENT_USER_ADD',
      'event-users',
      'discord.js hears of it by ids, and fetches them with their members',
    ),
    supported(
      'GUILD_SCHEDULED_EVENT_USER_REMOVE',
      'event-users',
      'discord.js hears of it by ids, and fetches them with their members',
    ),
    supported(
      'GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE',
      'event-exceptions',
      'organisers do it by hand, and bots hear of it',
    ),
    supported(
      'GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE',
      'event-exceptions',
      'organisers do it by hand, and bots hear of it',
    ),
    supported(
      'GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE',
      'event-exceptions',
      'organisers do it by hand, and bots hear of it',
    ),
  ],
};
