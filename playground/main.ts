/** The playground: a local Discord with a community in it, the bot, and a page to use both. */
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type App, type AppOptions, startApp } from '../src/app.ts';
import type { Config } from '../src/config.ts';
import { invitePermissions } from '../src/discord/invite.ts';
import { cast } from './cast.ts';
import { comeAlive, placeBot, settleCommunity } from './community.ts';
import { type Guild, type LocalDiscord, type MovableClock, startDiscord } from './discord/index.ts';
import { hushed } from './hushed-log.ts';
import { outboxPanel } from './outbox-panel.ts';
import { openDoor } from './page/door.ts';
import { startPage } from './page/server.ts';
import { tour } from './tour.ts';

const bot = 'Cairn';

/** Where a visitor reads how to begin; standard output unless a test listens. */
type Tell = (text: string) => void;
const aloud: Tell = text => void process.stdout.write(text);

export interface MainOptions extends AppOptions {
  /** Default: the system's time, movable. */
  readonly clock?: MovableClock;
}

export async function main({ clock, ...options }: MainOptions, tell = aloud): Promise<Pick<App, 'ready' | 'close'>> {
  const { config, log } = options;
  // All that Cairn makes at first would fill a newcomer's screen.
  const quiet = hushed(log);
  // What is open already, in the order of closing.
  const open: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of open) await close();
  };
  try {
    const door = await openDoor(config.playgroundPort);
    open.unshift(door.close);
    const files = filesOf(config);
    const discord = await startDiscord({ file: files.state, ...(clock && { clock }) });
    open.unshift(async () => {
      const { violations } = discord;
      if (violations.length > 0) log.warn({ violations }, 'The bot sent what Discord would refuse');
      await discord.close({ ignoreViolations: true });
    });
    const guild = settleCommunity(discord);
    const token = settleBot(discord, guild);
    const app = await startApp({
      ...options,
      ...(config.logLevel === 'info' && { log: quiet.log }),
      config: { ...config, discordToken: token, discordApiUrl: discord.url, databaseUrl: files.database },
      now: () => discord.clock.now(),
      pagesAtHome: true,
      keysFolder: files.keys,
    });
    open.unshift(app.close);
    discord.clock.onChange(() => app.wake());
    const page = startPage({
      door,
      discord,
      guild,
      cast,
      tour,
      // Not for jobs: Discord lets them look at a few members a second, and the clock goes on meanwhile.
      atRest: async () => (await app.atRest(false))?.epochMilliseconds,
      panels: [outboxPanel(guild, app.outbox)],
      onFault: fault => log.error({ err: fault }, 'The page failed'),
    });
    open.unshift(page.close);
    const ready = app.ready
      .then(() => comeAlive(discord, guild))
      .then(() => {
        quiet.speakUp();
        tell(invitation(page.url));
      });
    return { ready, close: closeAll };
  } catch (fault) {
    await closeAll();
    throw fault;
  }
}

/** Beside the real database, never in it: a server's records and the playground's don't meet. */
function filesOf({ databaseUrl }: Config) {
  const folder = databaseUrl.startsWith('file:') ? dirname(databaseUrl.slice('file:'.length)) : 'var';
  mkdirSync(folder, { recursive: true });
  return {
    state: join(folder, 'playground.state'),
    database: `file:${join(folder, 'playground.sqlite')}`,
    keys: join(folder, 'playground-keys'),
  };
}

/** Invited with what the README's link asks for, so that what works here works there. */
function settleBot(discord: LocalDiscord, guild: Guild): string {
  const known = discord.applications.find(({ name }) => name === bot);
  if (known) return known.token;
  const application = discord.createApplication({ name: bot });
  discord.invite(application, guild, invitePermissions);
  placeBot(guild);
  return application.token;
}

function invitation(url: string): string {
  return `
  The playground is open: ${url}

  A community on this computer alone, without a Discord account. Choose whom to be,
  then type /path choose. What you do is kept for the next time. Ctrl-C closes it.

`;
}
