/** Routes of the coverage table: roles. */
import { type Area, supported } from '../entry.ts';

export const rolesRoutes: Area = {
  name: 'Roles',
  entries: [
    supported(
      'GET /guilds/:guild/roles',
      'answer-check',
      'a wrong answer is a violation of its own kind, and fails a test when it ends',
    ),
    supported('GET /guilds/:guild/roles/:role', 'roles', 'one role can be fetched, one that is gone cannot'),
    supported('GET /guilds/:guild/roles/member-counts', 'roles', 'members are counted per role'),
    supported('POST /guilds/:guild/roles', 'roles', 'a new role stands just above @everyone and lifts the others'),
    supported('PATCH /guilds/:guild/roles', 'role-looks', 'discord.js moves a role while others stand above the bot'),
    supported('PATCH /guilds/:guild/roles/:role', 'roles', 'roles are changed, moved and deleted below the bot only'),
    supported('DELETE /guilds/:guild/roles/:role', 'roles', 'roles are changed, moved and deleted below the bot only'),
    supported(
      'PUT /guilds/:guild/members/:member/roles/:role',
      'roles',
      'a role below the bot is given, once and for all, with its reason',
    ),
    supported(
      'DELETE /guilds/:guild/members/:member/roles/:role',
      'roles',
      'discord.js gives and takes a role with one request each',
    ),
  ],
};
