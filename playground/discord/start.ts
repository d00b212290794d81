/** Starts one local Discord. Everything it knows hangs on the value it returns: several can run in one process. */
import type { Server } from 'node:http';
import { createClock } from './clock.ts';
import { createClockFeed } from './clock-feed.ts';
import { createContext } from './driver/handles.ts';
import { createDispatchCheck } from './gateway/dispatch-check.ts';
import { createEncoder } from './gateway/encoder.ts';
import { createGateway } from './gateway/gateway.ts';
import { createLocalDiscord } from './local-discord.ts';
import { createAnswerCheck } from './rest/answer-check.ts';
import { createBodyCheck } from './rest/body-check.ts';
import { createFaults } from './rest/faults/faults.ts';
import { isFileAddress, serveFile } from './rest/files/cdn.ts';
import { createJournal } from './rest/journal.ts';
import { createPipeline } from './rest/pipeline.ts';
import { createInvalidRequests } from './rest/rate-limits/invalid-requests.ts';
import { createRateLimiter } from './rest/rate-limits/rate-limits.ts';
import { createRouter } from './rest/router.ts';
import { routes } from './rest/routes/index.ts';
import { isCoverAddress, serveCover } from './rest/scheduled-events/event-covers.ts';
import { createRestServer } from './rest/server.ts';
import { watchVoice } from './state/channels/voice.ts';
import { watchDeadlines } from './state/interactions/deadlines.ts';
import { watchEventTimes } from './state/scheduled-events/event-times.ts';
import { restoreSnapshot, takeSnapshot } from './state/snapshot.ts';
import { watchThreads } from './state/threads/thread-archive.ts';
import { watchAccess } from './state/threads/thread-sync.ts';
import { createWorld, discordMillis } from './state/world.ts';
import { createStateFile } from './state-file.ts';
import type { DiscordOptions, LocalDiscord, Strictness } from './surface/local-discord.ts';
import { loadChecks } from './validate/spec.ts';

const strictByDefault: Strictness = {
  schema: true,
  limits: true,
  allowedMentions: true,
  earlyRetries: false,
  answers: true,
  dispatches: true,
};

export async function startDiscord(options: DiscordOptions = {}): Promise<LocalDiscord> {
  const strict = { ...strictByDefault, ...options.strict };
  const keep = { messages: 500, requests: 2000, interactions: 20_000, dispatches: 2000, ...options.keep };
  const clock = options.clock ?? createClock();
  const world = createWorld({ clock, keepMessages: keep.messages, keepInteractions: keep.interactions });
  const file = options.file === undefined ? undefined : createStateFile(options.file, () => takeSnapshot(world));
  const saved = file?.read();
  if (saved !== undefined) restoreSnapshot(world, saved);

  const checks = await loadChecks();
  const journal = createJournal(keep.requests);
  const faults = createFaults({
    outage(down) {
      gateway.control.refuseConnections(down);
      if (down) gateway.control.dropConnections();
    },
    skew(millis) {
      world.skew.millis = millis;
    },
  });
  const limiter = createRateLimiter({
    enforce: options.rateLimits !== false,
    globalPerSecond: (options.rateLimits || undefined)?.globalPerSecond ?? 50,
    now: () => discordMillis(world),
    onEarly: where => {
      const problem = 'sent before the retry_after of an earlier 429 had passed';
      if (strict.earlyRetries) journal.violate({ kind: 'early-retry', where, path: '', problem });
    },
  });
  const invalid = createInvalidRequests({
    most: (options.rateLimits || undefined)?.invalidPerTenMinutes ?? (options.rateLimits === false ? Infinity : 10_000),
    now: world.clock.millis,
  });
  const address = { port: 0 };
  const gatewayUrl = () => `ws://127.0.0.1:${address.port}/gateway/`;
  const feed = createClockFeed(clock);
  const pipeline = createPipeline({
    world,
    faults,
    limiter,
    invalid,
    journal,
    find: createRouter(routes),
    checkBody: createBodyCheck(checks, strict, journal),
    checkAnswer: createAnswerCheck(checks, strict, journal),
    gateway: {
      get url() {
        return gatewayUrl();
      },
      get guildsPerShard() {
        return gateway.rules.guildsPerShard;
      },
      sessionStarts: id => gateway.starts.limit(id),
    },
  });
  const rest = createRestServer(
    pipeline,
    (request, response) => {
      if (request.url === '/playground/clock') feed.serve(response);
      else if (isFileAddress(request.url)) serveFile(world, request, response);
      else if (isCoverAddress(request.url)) serveCover(world, request, response);
      else response.writeHead(404).end();
    },
    (error, { method, path }) =>
      journal.violate({
        kind: 'answer',
        where: `${method} ${path}`,
        path: '',
        problem: `the server broke: ${String(error)}`,
      }),
    () => discordMillis(world),
  );
  const gateway = createGateway({
    world,
    http: rest.http,
    url: gatewayUrl,
    rules: { ...(options.rateLimits === false && { identifyEvery: 0 }), ...options.gateway },
    keepDispatches: keep.dispatches,
    encode: createEncoder(createDispatchCheck(checks, strict), journal, () => world.clock.millis()),
    violate: (where, problem) => journal.violate({ kind: 'gateway', where, path: '', problem }),
  });
  const stopDeadlines = watchDeadlines(world);
  const stopEventTimes = watchEventTimes(world);
  const stopThreads = watchThreads(world);
  const stopVoice = watchVoice(world);
  const stopAccess = watchAccess(world);
  const stopSaving = world.bus.listen(() => file?.touch());
  address.port = await listen(rest.http, options.port ?? 0);
  world.origin = `http://127.0.0.1:${address.port}`;

  return createLocalDiscord({
    world,
    context: createContext(world),
    journal,
    faults,
    limiter,
    invalid,
    gateway,
    port: address.port,
    inFlight: () => rest.inFlight,
    async stop() {
      stopDeadlines();
      stopEventTimes();
      stopThreads();
      stopVoice();
      stopAccess();
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
