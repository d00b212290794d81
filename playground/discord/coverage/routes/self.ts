/** Routes of the coverage table: who the bot is. */
import { type Area, partial, supported } from '../entry.ts';

export const selfRoutes: Area = {
  name: 'Who the bot is',
  entries: [
    supported('GET /gateway', 'self', 'the gateway’s address is told to everybody'),
    supported('GET /gateway/bot', 'gateway-limits', 'GET /gateway/bot counts them, and forgets them after a day'),
    supported('GET /users/@me', 'faults', 'a late answer comes after the time it was told'),
    partial(
      'PATCH /users/@me',
      'Avatar and banner answer 501.',
      'gateway',
      'a bot that renames itself hears of its new name',
    ),
    supported(
      'GET /users/:user',
      'message-content',
      'what a member writes in direct messages is read without any privilege',
    ),
    supported('GET /applications/@me', 'self', 'discord.js fetches its application, complete'),
    supported('GET /oauth2/applications/@me', 'self', 'both addresses of the application tell the same'),
    supported('GET /users/@me/guilds', 'members', 'a bot’s guilds come in pages, with counts if wanted'),
    supported('DELETE /users/@me/guilds/:guild', 'members', 'a bot leaves a guild, and takes its role along'),
  ],
};
