/** Serves the page on which anyone can be a member of the local Discord. Reachable from this computer only. */
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { Guild, LocalDiscord } from '../discord/index.ts';
import { createApi } from './api.ts';
import { type Door, openWide } from './door.ts';
import { pageFiles } from './files.ts';
import { createDoorkeeper, guard, ownHeaders } from './guard.ts';
import { openLive } from './live.ts';

export interface PageOptions {
  readonly door: Door;
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  /** Told about defects; refusals go to the page alone. */
  readonly onFault: (fault: unknown) => void;
}

export interface Page {
  readonly url: string;
  close(): Promise<void>;
}

const largestBody = 256 * 1024;

export function startPage({ door, discord, guild, onFault }: PageOptions): Page {
  const doorkeeper = createDoorkeeper(door.port);
  const files = pageFiles();
  const app = new Hono();
  app.use(guard(doorkeeper, ownHeaders(new URL(discord.url).origin)));
  app.use(
    bodyLimit({
      maxSize: largestBody,
      // The rest of the body is never read, so the connection can't be used again.
      onError: context =>
        context.json({ error: 'This is too much at once: 256 KiB are the limit.' }, 413, { connection: 'close' }),
    }),
  );
  app.route('/api', createApi(discord, guild));
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

  const live = openLive(door.server, doorkeeper, discord, guild);
  openWide(door, getRequestListener(app.fetch));
  return {
    url: door.url,
    close: async () => {
      live.close();
      await door.close();
    },
  };
}
