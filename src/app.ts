/** The one place where parts meet. What it returns runs until it is closed. */
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { openKeys } from './credentials/key-folder.ts';
import { loadData } from './curriculum/load.ts';
import { createCheckUp } from './discord/check-up.ts';
import { listenForRepairs } from './discord/effects/listen.ts';
import { createSender } from './discord/effects/sender.ts';
import { hearEvents } from './discord/groups/hear-events.ts';
import { inviteLink } from './discord/invite.ts';
import { type Line, openLine } from './discord/line.ts';
import { loadCommands } from './discord/loader.ts';
import { buildIndex } from './domain/search.ts';
import { bindFlows } from './flows/index.ts';
import type { Log } from './log.ts';
import { openPictures } from './pictures/pictures.ts';
import { startSchedule } from './schedule/schedule.ts';
import { openStore } from './store/open.ts';
import { listOutbox, type OutboxEntry } from './store/outbox-list.ts';
import { isAnswering } from './store/ping.ts';
import { type Gate, openGate } from './web/gate.ts';
import { startWeb } from './web/web.ts';

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  /** Default: the system's time. */
  readonly now?: () => Temporal.Instant;
  /** Without PUBLIC_URL certificates have pages at this computer's own address, on another port if PORT is taken. */
  readonly pagesAtHome?: boolean;
  /** Where the keys lie that sign certificates; default: beside the database file. */
  readonly keysFolder?: string;
  /** Trouble that only a person can end, met while running. */
  readonly onFatal: (error: Error) => void;
}

export interface App {
  /** Connected, and the bot's servers are known or long enough waited for. Rejects if that can't be. */
  readonly ready: Promise<void>;
  /** Where the web server is reached from this computer. */
  readonly webUrl: string;
  /** Something outside has moved the clock: what is due now is looked for at once. */
  wake(): void;
  /** Resolves when all that was due by then is done, with when something is due next; for clocks that are moved. @param withJobs whether jobs count. */
  atRest(withJobs?: boolean): Promise<Temporal.Instant | undefined>;
  /** The latest effects, newest first, to look at. */
  outbox(): Promise<readonly OutboxEntry[]>;
  /** Takes no more work, finishes what runs, and lets go of everything. */
  close(): Promise<void>;
}

const commandsFolder = join(import.meta.dirname, '..', 'commands');

/** Resolves when settings, curriculum and database are sound; the connection to Discord is `ready` later. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, pagesAtHome = false } = options;
  // First, so that a second Cairn on this port does nothing at all.
  const gate = await openGate({ port: config.port, publicUrl: config.publicUrl, anyPort: pagesAtHome });
  const publicUrl = config.publicUrl ?? (pagesAtHome ? gate.url : undefined);
  return startBehind(gate, publicUrl, options).catch(async fault => {
    await gate.close();
    throw fault;
  });
}

async function startBehind(
  gate: Gate,
  publicUrl: string | undefined,
  { config, log, now = Temporal.Now.instant, onFatal, ...places }: AppOptions,
): Promise<App> {
  const keysFolder = places.keysFolder ?? besideDatabase(config.databaseUrl, 'keys') ?? join('var', 'keys');
  const onIdleError = (error: Error) => log.warn({ err: error }, 'A database connection broke');
  const data = loadData(config.dataDir, besideDatabase(config.databaseUrl, 'curriculum.cache'));
  const storing = openStore(config.databaseUrl, { onIdleError });
  // Now rather than when the first member claims a certificate: keys that cannot be used stop the start.
  const keys = openKeys(keysFolder);
  const [commands, { curriculum, community }, store] = await Promise.all([
    loadCommands(commandsFolder),
    data,
    storing,
    keys,
  ]).catch(async fault => {
    // A start that fails leaves nothing open, and writes nothing any more.
    await Promise.allSettled([data, storing.then(store => store.close()), keys]);
    throw fault;
  });
  const { db } = store;
  const pictures = openPictures();
  let wake = () => {};
  const flows = bindFlows({
    db,
    curriculum,
    community,
    items: buildIndex(curriculum.items.values()),
    paths: buildIndex(curriculum.paths.values()),
    pictures,
    timeZone: config.timeZone,
    keys: () => openKeys(keysFolder),
    ...(publicUrl !== undefined && { publicUrl }),
    now,
    wake: () => wake(),
  });
  let isConnected = () => false;
  const web = startWeb({
    gate,
    publicUrl,
    certificates: flows,
    calendars: flows,
    health: async () => ({
      gateway: isConnected() ? 'connected' : 'connecting',
      database: (await isAnswering(db)) ? 'up' : 'down',
    }),
    now,
    log,
  });
  const stopping = new AbortController();
  const opening = openLine({
    apiUrl: config.discordApiUrl,
    token: config.discordToken ?? '',
    commands,
    curriculum,
    community,
    flows,
    log,
    now,
    memberSync: config.memberSync,
    onFatal,
    onReady: () => wake(),
    signal: stopping.signal,
  }).then(line => {
    const { client, invalid, clock } = line;
    isConnected = line.isConnected;
    const schedule = startSchedule({
      db,
      send: createSender({ client, invalid, clock, db, curriculum, community, flows, now, log }),
      isConnected: () => client.isReady(),
      plan: flows.startRolePasses,
      calendar: { open: () => flows.openAllSchedules(process.versions.tz ?? ''), plan: flows.planPings },
      now,
      log,
    });
    wake = schedule.wake;
    const { retryBlocked, tell } = schedule;
    const stopListening = listenForRepairs({
      client,
      db,
      log,
      retryBlocked,
      tell,
      checkUp: createCheckUp({ client, flows, tell }),
    });
    const stopHearing = hearEvents({ client, flows, log });
    return { line, schedule, stopListening, stopHearing };
  });
  const ready = opening.then(async ({ line }) => {
    await line.whenReady;
    inviteIfNowhere(line.client, log);
  });
  return {
    // Whoever closes it while it connects does not wait for it any more.
    ready: ready.catch(error => (stopping.signal.aborted ? new Promise(() => {}) : Promise.reject(error))),
    webUrl: gate.url,
    wake: () => wake(),
    atRest: async withJobs => (await opening).schedule.atRest(withJobs),
    outbox: () => listOutbox(db, 100),
    close: async () => {
      stopping.abort();
      const webClosed = web.close();
      await opening.then(
        ({ line, schedule, stopListening, stopHearing }) => {
          stopListening();
          stopHearing();
          return line.close(schedule.stop());
        },
        () => {},
      );
      await webClosed;
      await pictures.close();
      await store.close();
    },
  };
}

/** A bot that is on no server yet says how it gets onto one. */
function inviteIfNowhere({ guilds, application }: Line['client'], log: Log): void {
  if (guilds.cache.size > 0 || !application) return;
  log.info({ link: inviteLink(application.id) }, 'Cairn is on no server yet: open the link to invite it');
}

/** What is kept in files lies beside the database file: the curriculum as last read, and the keys. */
function besideDatabase(databaseUrl: string, name: string): string | undefined {
  const path = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : undefined;
  return path && join(dirname(path), name);
}
