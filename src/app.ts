/** The one place where parts meet. What it returns runs until it is closed. */
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { loadData } from './curriculum/load.ts';
import { listenForRepairs } from './discord/effects/listen.ts';
import { createSender } from './discord/effects/sender.ts';
import { inviteLink } from './discord/invite.ts';
import { type Line, openLine } from './discord/line.ts';
import { loadCommands } from './discord/loader.ts';
import { buildIndex } from './domain/search.ts';
import { bindFlows } from './flows/index.ts';
import type { Log } from './log.ts';
import { startSchedule } from './schedule/schedule.ts';
import { openStore } from './store/open.ts';
import { listOutbox, type OutboxEntry } from './store/outbox-list.ts';

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  /** Default: the system's time. */
  readonly now?: () => Temporal.Instant;
  /** Trouble that only a person can end, met while running. */
  readonly onFatal: (error: Error) => void;
}

export interface App {
  /** Connected, and the bot's servers are known or long enough waited for. Rejects if that can't be. */
  readonly ready: Promise<void>;
  /** Something outside has moved the clock: what is due now is looked for at once. */
  wake(): void;
  /** The latest effects, newest first, to look at. */
  outbox(): Promise<readonly OutboxEntry[]>;
  /** Takes no more work, finishes what runs, and lets go of everything. */
  close(): Promise<void>;
}

const commandsFolder = join(import.meta.dirname, '..', 'commands');

/** Resolves when settings, curriculum and database are sound; the connection to Discord is `ready` later. */
export async function startApp({ config, log, now = Temporal.Now.instant, onFatal }: AppOptions): Promise<App> {
  const [commands, { curriculum, community }, store] = await Promise.all([
    loadCommands(commandsFolder),
    loadData(config.dataDir, cacheBeside(config.databaseUrl)),
    openStore(config.databaseUrl, { onIdleError: error => log.warn({ err: error }, 'A database connection broke') }),
  ]);
  const { db } = store;
  let wake = () => {};
  const flows = bindFlows({
    db,
    curriculum,
    community,
    items: buildIndex(curriculum.items.values()),
    paths: buildIndex(curriculum.paths.values()),
    now,
    wake: () => wake(),
  });
  const stopping = new AbortController();
  const opening = openLine({
    apiUrl: config.discordApiUrl,
    token: config.discordToken ?? '',
    commands,
    curriculum,
    flows,
    log,
    now,
    memberSync: config.memberSync,
    onFatal,
    onReady: () => wake(),
    signal: stopping.signal,
  }).then(line => {
    const { client, invalid, clock } = line;
    const schedule = startSchedule({
      db,
      send: createSender({ client, invalid, clock, db, curriculum, community, now, log }),
      now,
      log,
    });
    wake = schedule.wake;
    const { retryBlocked, tell } = schedule;
    const stopListening = listenForRepairs({ client, db, log, retryBlocked, tell });
    return { line, schedule, stopListening };
  });
  const ready = opening.then(async ({ line }) => {
    await line.whenReady;
    inviteIfNowhere(line.client, log);
  });
  return {
    // Whoever closes it while it connects does not wait for it any more.
    ready: ready.catch(error => (stopping.signal.aborted ? new Promise(() => {}) : Promise.reject(error))),
    wake: () => wake(),
    outbox: () => listOutbox(db, 100),
    close: async () => {
      stopping.abort();
      await opening.then(
        ({ line, schedule, stopListening }) => {
          stopListening();
          return line.close(schedule.stop());
        },
        () => {},
      );
      await store.close();
    },
  };
}

/** A bot that is on no server yet says how it gets onto one. */
function inviteIfNowhere({ guilds, application }: Line['client'], log: Log): void {
  if (guilds.cache.size > 0 || !application) return;
  log.info({ link: inviteLink(application.id) }, 'Cairn is on no server yet: open the link to invite it');
}

/** The curriculum as last read is kept beside the database file. */
function cacheBeside(databaseUrl: string): string | undefined {
  const path = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : undefined;
  return path && join(dirname(path), 'curriculum.cache');
}
