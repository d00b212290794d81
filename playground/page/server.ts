/** Serves the page on which anyone can be a member of the local Discord. Reachable from this computer only. */
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { createApi } from './api.ts';
import { type ConsoleOptions, openConsole } from './console/console.ts';
import { type Door, openWide } from './door.ts';
import { pageFiles } from './files.ts';
import { createDoorkeeper, guard, ownHeaders } from './guard.ts';
import { openLive } from './live.ts';
import type { PageFile } from './page-file.ts';
import { sizeLimit } from './size-limit.ts';
import { openSockets } from './sockets.ts';
import type { Part } from './state.ts';

export interface PageOptions extends ConsoleOptions {
  readonly door: Door;
  /** Members worth being, in this order, before all others. */
  readonly cast?: readonly Part[];
  /** What a browser is given, by path; default: the page as it lies in `public`. */
  readonly files?: ReadonlyMap<string, PageFile>;
  /** Told about defects; refusals go to the page alone. */
  readonly onFault: (fault: unknown) => void;
}

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

export function startPage(options: PageOptions): Page {
  const { door, discord, guild, onFault, cast = [], files = pageFiles(), ...extras } = options;
  const doorkeeper = createDoorkeeper(door.port);
  const app = new Hono();
  app.use(guard(doorkeeper, ownHeaders(new URL(discord.url).origin)));
  app.use(sizeLimit);
  const console = openConsole({ discord, guild, ...extras });
  app.route('/api/console', console.api);
  app.route('/api', createApi(discord, guild, cast));
  app.get('*', async context => {
    const file = files.get(context.req.path);
    if (!file) return context.notFound();
    return context.body(await file.read(), 200, { 'content-type': file.type });
  });
  app.notFound(context => context.json({ error: `There is nothing at ${context.req.path}.` }, 404));
  app.onError((fault, context) => {
    if (fault instanceof HTTPException) return context.json({ error: fault.message }, fault.status);
    onFault(fault);
    return context.json({ error: 'The playground made a mistake. Its log says which.' }, 500);
  });

  const live = openLive(discord, guild);
  const sockets = openSockets(door.server, doorkeeper, { '/live': live.greet, '/console': console.greet });
  openWide(door, getRequestListener(app.fetch));
  return {
    url: door.url,
    close: async () => {
      live.close();
      console.close();
      sockets.close();
      await door.close();
    },
  };
}
