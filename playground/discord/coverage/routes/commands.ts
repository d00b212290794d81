/** Routes of the coverage table: application commands. */
import { type Area, partial, supported } from '../entry.ts';

export const commandsRoutes: Area = {
  name: 'Application commands',
  entries: [
    supported(
      'GET /applications/:application/commands',
      'commands',
      'the list leaves translations out unless they are asked for',
    ),
    supported(
      'POST /applications/:application/commands',
      'commands',
      'creating a command of a known name overwrites it',
    ),
    supported(
      'PUT /applications/:application/commands',
      'commands',
      'overwriting all commands keeps the ids of same names and removes the others',
    ),
    supported(
      'GET /applications/:application/commands/:command',
      'guild-commands',
      'are not among the global ones, and the other way round',
    ),
    supported(
      'PATCH /applications/:application/commands/:command',
      'commands',
      'a command can be changed and deleted by its id',
    ),
    supported(
      'DELETE /applications/:application/commands/:command',
      'commands',
      'a command can be changed and deleted by its id',
    ),
    supported(
      'GET /applications/:application/guilds/:guild/commands',
      'guild-commands',
      'are made, listed, fetched, changed and deleted there',
    ),
    supported(
      'POST /applications/:application/guilds/:guild/commands',
      'guild-commands',
      'are made, listed, fetched, changed and deleted there',
    ),
    supported(
      'PUT /applications/:application/guilds/:guild/commands',
      'commands',
      'commands of a guild hide global ones of the same name there',
    ),
    supported(
      'GET /applications/:application/guilds/:guild/commands/:command',
      'guild-commands',
      'are made, listed, fetched, changed and deleted there',
    ),
    supported(
      'PATCH /applications/:application/guilds/:guild/commands/:command',
      'guild-commands',
      'are made, listed, fetched, changed and deleted there',
    ),
    supported(
      'DELETE /applications/:application/guilds/:guild/commands/:command',
      'guild-commands',
      'are made, listed, fetched, changed and deleted there',
    ),
    supported(
      'GET /applications/:application/guilds/:guild/commands/permissions',
      'command-permissions',
      'the bot hears of it, may read it, and may not change it',
    ),
    supported(
      'GET /applications/:application/guilds/:guild/commands/:command/permissions',
      'command-permissions',
      'the bot hears of it, may read it, and may not change it',
    ),
    partial(
      'PUT /applications/:application/guilds/:guild/commands/:command/permissions',
      'refused to bots, as on Discord; members with a token of their own are not modelled',
      'command-permissions',
      'the bot hears of it, may read it, and may not change it',
    ),
  ],
};
