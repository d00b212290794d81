/** The page's JSON interface: what a persona sees, and what a persona does. One file per topic in `api/`. */
import type { Hono } from 'hono';
import type { Guild, LocalDiscord } from '../discord/index.ts';
import { commands } from './api/commands.ts';
import { components } from './api/components.ts';
import { createDesk } from './api/desk.ts';
import { files } from './api/files.ts';
import { gatherings } from './api/gatherings.ts';
import { menus } from './api/menus.ts';
import { messages } from './api/messages.ts';
import { roles } from './api/roles.ts';
import { threads } from './api/threads.ts';
import { unread } from './api/unread.ts';
import { type Part, startOf, stateOf } from './state.ts';

export function createApi(discord: LocalDiscord, guild: Guild, cast: readonly Part[] = []): Hono {
  const desk = createDesk(discord, guild);
  desk.api.get('/start', context => context.json(startOf(guild, cast)));
  desk.asks('', me => stateOf(guild, me));
  for (const topic of [messages, files, commands, components, menus, unread, threads, gatherings, roles]) topic(desk);
  return desk.api;
}
