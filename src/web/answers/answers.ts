/** Which answer is whose: everything that can be asked of the server, and what is said to all else. */
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { timeout } from 'hono/timeout';
import type { Log } from '../../log.ts';
import type { PublicCalendars } from '../calendars.ts';
import type { PublicCertificates } from '../certificates.ts';
import { alwaysAskedAnew, keptFor, ownHeaders } from '../headers.ts';
import { iconSvg } from '../page/icon.ts';
import { notFoundPage, pagesAreOffPage, refusedPage } from '../page/plain-pages.ts';
import { createRateLimit } from '../rate-limit.ts';
import { answerCalendars } from './calendar.ts';
import { answerCertificate } from './certificate.ts';
import { answerDocuments } from './documents.ts';
import { answerHealth, type Health } from './health.ts';
import { gatekeeper, onlyReading, type Seen } from './refusals.ts';

export interface AnswerOptions {
  readonly publicUrl?: string | undefined;
  readonly certificates: PublicCertificates;
  readonly calendars: PublicCalendars;
  readonly health: () => Promise<Health>;
  readonly now: () => Temporal.Instant;
  readonly log: Pick<Log, 'error'>;
}

/** A page with its picture is two requests. */
const perClient = { burst: 120, perSecond: 1, clients: 10_000 };
/** Longer than the longest wait for a picture would help nobody. */
const patience = 10_000;

/**
 * Pages of people who did not ask to be found are in no index, which "noindex" says. Fetching is not forbidden: the
 * programs that unfold a link in Discord or LinkedIn keep to this file, and an index that may not fetch a page never
 * reads that it should leave it out.
 */
const robots = 'User-agent: *\nDisallow:\n';

export function createAnswers({ publicUrl, certificates, calendars, health, now, log }: AnswerOptions): Hono<Seen> {
  const app = new Hono<Seen>();
  const headers = ownHeaders(publicUrl);
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(headers)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  app.use(onlyReading);
  app.get('/health', answerHealth(health, now));
  app.use(gatekeeper(createRateLimit({ ...perClient, now })));
  app.use(timeout(patience, () => new HTTPException(503)));
  app.get('/robots.txt', context => context.text(robots, 200, keptFor(86_400)));
  if (publicUrl) {
    const { pathname } = new URL(publicUrl);
    const pages = new Hono<Seen>();
    // The second is asked for where no page names another: beside a picture that is opened by itself.
    for (const icon of ['/icon.svg', '/favicon.ico']) {
      pages.get(icon, context => context.body(iconSvg, 200, { 'content-type': 'image/svg+xml', ...keptFor(86_400) }));
    }
    pages.get('/c/:file', answerCertificate({ publicUrl, certificates, now }));
    answerDocuments(pages, certificates);
    answerCalendars(pages, calendars, publicUrl);
    app.route('/', pages);
    // Below a path, a proxy may take the path away or leave it.
    if (pathname !== '/') app.route(pathname, pages);
  }

  app.notFound(context => context.html(publicUrl ? notFoundPage(publicUrl) : pagesAreOffPage, 404, alwaysAskedAnew));
  app.onError((fault, context) => {
    if (fault instanceof HTTPException) {
      return context.html(refusedPage(fault.status, publicUrl), fault.status, { 'retry-after': '10' });
    }
    log.error({ err: fault, path: withoutSecret(context.req.path) }, 'A page could not be answered');
    return context.html(refusedPage(500, publicUrl), 500);
  });
  return app;
}

/** A calendar's address is all it takes to read it. */
const withoutSecret = (path: string) => path.replace(/(\/calendar\/).*/, '$1…');
