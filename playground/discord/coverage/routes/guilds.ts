/** Routes of the coverage table: guilds. */
import { type Area, partial, supported } from '../entry.ts';

export const guildsRoutes: Area = {
  name: 'Guilds',
  entries: [
    supported('GET /guilds/:guild', 'guild-settings', 'counts come on demand'),
    partial(
      'PATCH /guilds/:guild',
      'pictures, discovery and a change of owner',
      'guild-settings',
      'a bot with Manage Guild changes them, and every bot is told',
    ),
    partial(
      'GET /guilds/:guild/audit-logs',
      'integrations, webhooks and AutoMod, which are not modelled',
      'audit-log',
      'entries are filtered and paged, newest first unless asked for by after',
    ),
    supported('GET /guilds/:guild/onboarding', 'onboarding', 'discord.js reads it'),
    supported(
      'PUT /guilds/:guild/onboarding',
      'onboarding',
      'prompts get ids of their own and keep them, and their roles are marked as on offer',
    ),
    supported(
      'GET /guilds/:guild/welcome-screen',
      'welcome-screen',
      'a welcome screen is set up, switched on and shown to everybody',
    ),
    supported(
      'PATCH /guilds/:guild/welcome-screen',
      'welcome-screen',
      'a welcome screen is set up, switched on and shown to everybody',
    ),
  ],
};
