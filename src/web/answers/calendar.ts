/** Calendars at their secret addresses, for programs; and the way into the program of who opens one in a browser. */
import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { PublicCalendars } from '../calendars.ts';
import type { Seen } from './refusals.ts';

/** Asked each time, so that a revoked address is dead at once; what is unchanged costs no more than the question. */
const forItsReader = { 'cache-control': 'private, no-cache' } as const;

const gone = {
  unknown: ['There is no calendar at this address. Ask Cairn for it with /group calendar.\n', 404],
  revoked: ['This address was replaced or switched off. Ask Cairn for the new one with /group calendar.\n', 410],
} as const;

function refused(context: Context<Seen>, kind: keyof typeof gone): Response {
  const [words, status] = gone[kind];
  return context.text(words, status, forItsReader);
}

export function answerCalendars(app: Hono<Seen>, calendars: PublicCalendars, publicUrl: string): void {
  app.get('/calendar/:file{[A-Za-z0-9_-]{22,64}[.]ics}', async context => {
    const feed = await calendars.fetchCalendar(context.req.param('file').slice(0, -'.ics'.length));
    if (feed.kind !== 'calendar') return refused(context, feed.kind);
    const etag = `"${createHash('sha256').update(feed.calendar).digest('base64url').slice(0, 22)}"`;
    const headers = { etag, ...forItsReader };
    if (context.req.header('if-none-match')?.includes(etag)) return context.body(null, 304, headers);
    return context.body(feed.calendar, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="groups.ics"',
      ...headers,
    });
  });
  // Discord opens only http links, and calendar programs listen to webcal.
  app.get('/calendar/:token{[A-Za-z0-9_-]{22,64}}', async context => {
    const token = context.req.param('token');
    const feed = await calendars.fetchCalendar(token);
    if (feed.kind !== 'calendar') return refused(context, feed.kind);
    const address = `${publicUrl.replace(/^https?:/, 'webcal:')}/calendar/${token}.ics`;
    return context.body(null, 302, { location: address, ...forItsReader });
  });
}
