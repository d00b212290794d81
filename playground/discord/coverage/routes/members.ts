/** Routes of the coverage table: members. */
import { type Area, partial, supported } from '../entry.ts';

export const membersRoutes: Area = {
  name: 'Members',
  entries: [
    supported(
      'GET /guilds/:guild/members',
      'members',
      'the portal’s switch opens the list, page by page in the order of ids',
    ),
    supported('GET /guilds/:guild/members/search', 'members', 'members are found by the start of any of their names'),
    supported(
      'GET /guilds/:guild/members/:member',
      'members',
      'discord.js fetches one member, and hears 10007 for a stranger',
    ),
    supported(
      'PATCH /guilds/:guild/members/:member',
      'members',
      'the whole set of roles is one event and one entry, and spares nobody’s managed roles',
    ),
    partial(
      'PATCH /guilds/:guild/members/@me',
      'avatar, banner and bio',
      'members',
      'a bot names itself with Change Nickname',
    ),
    supported(
      'DELETE /guilds/:guild/members/:member',
      'members',
      'whoever was kicked comes back with nothing but the mark of it',
    ),
    supported('GET /guilds/:guild/bans', 'bans', 'bans are listed in pages, by the ids of users'),
    supported('GET /guilds/:guild/bans/:user', 'bans', 'discord.js bans, is told of it, and lifts the ban'),
    supported(
      'PUT /guilds/:guild/bans/:user',
      'bans',
      'a ban takes the last messages along, and leaves the older ones',
    ),
    supported('DELETE /guilds/:guild/bans/:user', 'bans', 'discord.js bans, is told of it, and lifts the ban'),
    supported('POST /guilds/:guild/bulk-ban', 'bans', 'many are banned at once, and those that cannot be are named'),
  ],
};
