/** Routes of the coverage table: threads and forum posts. */
import { type Area, supported } from '../entry.ts';

export const threadsRoutes: Area = {
  name: 'Threads and forum posts',
  entries: [
    supported(
      'POST /channels/:channel/messages/:message/threads',
      'threads',
      'discord.js makes a thread from a message, which shares its id',
    ),
    supported(
      'POST /channels/:channel/threads',
      'forum-posts',
      'discord.js posts in a forum, and members read and answer',
    ),
    supported(
      'GET /channels/:channel/thread-members',
      'thread-members',
      'the list needs the members intent of the portal and comes in pages with the members',
    ),
    supported(
      'GET /channels/:channel/thread-members/@me',
      'thread-members',
      'the bot joins and leaves, and adds others once',
    ),
    supported(
      'GET /channels/:channel/thread-members/:user',
      'thread-members',
      'one member of it can be fetched, with the guild’s member if wanted',
    ),
    supported(
      'PUT /channels/:channel/thread-members/@me',
      'thread-members',
      'the bot joins and leaves, and adds others once',
    ),
    supported(
      'PUT /channels/:channel/thread-members/:user',
      'thread-members',
      'the bot joins and leaves, and adds others once',
    ),
    supported(
      'DELETE /channels/:channel/thread-members/@me',
      'thread-members',
      'the bot joins and leaves, and adds others once',
    ),
    supported(
      'DELETE /channels/:channel/thread-members/:user',
      'thread-members',
      'taking others out needs Manage Threads',
    ),
    supported(
      'GET /guilds/:guild/threads/active',
      'thread-members',
      'the active threads of a guild are those the bot sees, newest first, with its memberships',
    ),
    supported(
      'GET /channels/:channel/threads/archived/public',
      'thread-members',
      'archived ones come latest first, in pages by the time of archiving',
    ),
    supported(
      'GET /channels/:channel/threads/archived/private',
      'thread-members',
      'private archived ones are for moderators, and for those who belong to them',
    ),
    supported(
      'GET /channels/:channel/users/@me/threads/archived/private',
      'thread-members',
      'private archived ones are for moderators, and for those who belong to them',
    ),
  ],
};
