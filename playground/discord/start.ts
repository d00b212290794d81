/** Starts one local Discord. Everything it knows hangs on the value it returns: several can run in one process. */
import type { Server } from 'node:http';
import { createClock } from './clock.ts';
import { createClockFeed } from './clock-feed.ts';
import { createContext } from './driver/handles.ts';
import { createGateway } from './gateway/gateway.ts';
import { createLocalDiscord } from './local-discord.ts';
import { createBodyCheck } from './rest/body-check.ts';
import { createFaults } from './rest/faults.ts';
import { createJournal } from './rest/journal.ts';
import { createPipeline } from './rest/pipeline.ts';
import { createRateLimiter } from './rest/rate-limits.ts';
import { createRouter } from './rest/router.ts';
import { routes } from './rest/routes/index.ts';
import { createRestServer } from './rest/server.ts';
import { watchDeadlines } from './state/deadlines.ts';
import { restoreSnapshot, takeSnapshot } from './state/snapshot.ts';
import { createWorld } from './state/world.ts';
import { createStateFile } from './state-file.ts';
import type { DiscordOptions, LocalDiscord, Strictness } from './surface/local-discord.ts';
import { loadChecks } from './validate/spec.ts';

const strictByDefault: Strictness = { schema: true, limits: true, allowedMentions: true, earlyRetries: false };
const identifiesPerDay = 1000;

export async function startDiscord(options: DiscordOptions = {}): Promise<LocalDiscord> {
  const strict = { ...strictByDefault, ...options.strict };
  const keep = { messages: 500, requests: 2000, interactions: 20_000, dispatches: 2000, ...options.keep };
  const clock = options.clock ?? createClock();
  const world = createWorld({ clock, keepMessages: keep.messages, keepInteractions: keep.interactions });
  const file = options.file === undefined ? undefined : createStateFile(options.file, () => takeSnapshot(world));
  const saved = file?.read();
  if (saved !== undefined) restoreSnapshot(world, saved);

  const journal = createJournal(keep.requests);
  const faults = createFaults();
  const limiter = createRateLimiter({
    enforce: options.rateLimits !== false,
    globalPerSecond: (options.rateLimits || undefined)?.globalPerSecond ?? 50,
    onEarly: where => {
      const problem = 'sent before the retry_after of an earlier 429 had passed';
      if (strict.earlyRetries) journal.violate({ kind: 'early-retry', where, path: '', problem });
    },
  });
  const address = { port: 0 };
  const gatewayUrl = () => `ws://127.0.0.1:${address.port}/gateway/`;
  const feed = createClockFeed(clock);
  const pipeline = createPipeline({
    world,
    faults,
    limiter,
    journal,
    find: createRouter(routes),
    checkBody: createBodyCheck(await loadChecks(), strict, journal),
    gateway: {
      get url() {
        return gatewayUrl();
      },
      identifiesLeft: () => Math.max(0, identifiesPerDay - gateway.control.identifies),
    },
  });
  const rest = createRestServer(
    pipeline,
    (request, response) => {
      if (request.url === '/playground/clock') feed.serve(response);
      else response.writeHead(404).end();
    },
    (error, { method, path }) =>
      journal.violate({
        kind: 'not-modelled',
        where: `${method} ${path}`,
        path: '',
        problem: `the server broke: ${String(error)}`,
      }),
    () => world.clock.millis(),
  );
  const gateway = createGateway({
    world,
    http: rest.http,
    url: gatewayUrl,
    keepDispatches: keep.dispatches,
    violate: (where, problem) => journal.violate({ kind: 'gateway', where, path: '', problem }),
  });
  const stopDeadlines = watchDeadlines(world);
  const stopSaving = world.bus.listen(() => file?.touch());
  address.port = await listen(rest.http, options.port ?? 0);

  return createLocalDiscord({
    world,
    context: createContext(world),
    journal,
    faults,
    limiter,
    gateway,
    port: address.port,
    inFlight: () => rest.inFlight,
    async stop() {
      stopDeadlines();
      stopSaving();
      file?.flush();
      gateway.close();
      feed.close();
      if (options.clock === undefined) clock.close();
      const closed = Promise.withResolvers<void>();
      rest.http.close(() => closed.resolve());
      rest.http.closeAllConnections();
      await closed.promise;
    },
  });
}

async function listen(http: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  http.once('error', error =>
    reject(new Error(`The local Discord can't listen on port ${port}: ${error.message}. Choose another port.`)),
  );
  http.listen(port, '127.0.0.1', resolve);
  await promise;
  const address = http.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}
