/** Routes of the coverage table: scheduled events. */
import { type Area, supported } from '../entry.ts';

export const scheduledEventsRoutes: Area = {
  name: 'Scheduled events',
  entries: [
    supported(
      'GET /guilds/:guild/scheduled-events',
      'scheduled-events',
      'the answers carry the creator, and the number of the interested when asked for',
    ),
    supported(
      'POST /guilds/:guild/scheduled-events',
      'scheduled-events',
      'discord.js makes, changes, starts, ends and deletes one',
    ),
    supported(
      'GET /guilds/:guild/scheduled-events/:event',
      'scheduled-events',
      'one that is over can be fetched, but neither listed nor changed',
    ),
    supported(
      'PATCH /guilds/:guild/scheduled-events/:event',
      'scheduled-events',
      'discord.js makes, changes, starts, ends and deletes one',
    ),
    supported(
      'DELETE /guilds/:guild/scheduled-events/:event',
      'scheduled-events',
      'discord.js makes, changes, starts, ends and deletes one',
    ),
    supported(
      'GET /guilds/:guild/scheduled-events/:event/users',
      'event-users',
      '101 come in two pages, in ascending order; where both ends are given, before counts',
    ),
    supported(
      'GET /guilds/:guild/scheduled-events/:event/users/counts',
      'event-users',
      'answers to one occurrence are listed and counted for it alone',
    ),
    supported(
      'GET /guilds/:guild/scheduled-events/:event/:exception/users',
      'event-users',
      'answers to one occurrence are listed and counted for it alone',
    ),
    supported(
      'POST /guilds/:guild/scheduled-events/:event/exceptions',
      'event-exceptions',
      'one occurrence is skipped, moved and put back; its id is the moment it was meant for',
    ),
    supported(
      'PATCH /guilds/:guild/scheduled-events/:event/exceptions/:exception',
      'event-exceptions',
      'one occurrence is skipped, moved and put back; its id is the moment it was meant for',
    ),
    supported(
      'DELETE /guilds/:guild/scheduled-events/:event/exceptions/:exception',
      'event-exceptions',
      'one occurrence is skipped, moved and put back; its id is the moment it was meant for',
    ),
  ],
};
