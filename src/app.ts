/** The one place where parts meet. What it returns runs until it is closed. */
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { loadCurriculum } from './curriculum/load.ts';
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

export interface AppOptions {
  readonly config: Config;
  readonly log: Log;
  /** Default: the system's time. */
  readonly now?: () => Temporal.Instant;
  /** Trouble that only a person can end, met while running. */
  readonly onFatal: (error: Error) => void;
}

export interface App {
  /** The bot's servers are known, or long enough waited for. */
  readonly ready: Promise<void>;
  /** Something outside has moved the clock: what is due now is looked for at once. */
  wake(): void;
  /** Takes no more work, finishes what runs, and lets go of everything. */
  close(): Promise<void>;
}

const commandsFolder = join(import.meta.dirname, '..', 'commands');

export async function startApp({ config, log, now = Temporal.Now.instant, onFatal }: AppOptions): Promise<App> {
  const [commands, curriculum, store] = await Promise.all([
    loadCommands(commandsFolder),
    loadCurriculum(config.dataDir, cacheBeside(config.databaseUrl)),
    openStore(config.databaseUrl, { onIdleError: error => log.warn({ err: error }, 'A database connection broke') }),
  ]);
  const { db } = store;
  let wake = () => {};
  const flows = bindFlows({
    db,
    curriculum,
    items: buildIndex(curriculum.items.values()),
    paths: buildIndex(curriculum.paths.values()),
    now,
    wake: () => wake(),
  });
  try {
    const line = await openLine({
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
    });
    const schedule = startSchedule({
      db,
      send: createSender({ client: line.client, db, curriculum, now, log }),
      now,
      log,
    });
    wake = schedule.wake;
    const stopListening = listenForRepairs({
      client: line.client,
      db,
      log,
      retryBlocked: flows.retryBlocked,
      tell: schedule.tell,
    });
    return {
      ready: line.whenReady.then(() => inviteIfNowhere(line.client, log)),
      wake: schedule.wake,
      close: async () => {
        stopListening();
        await Promise.all([line.close(), schedule.stop()]);
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
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
