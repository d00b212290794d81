/** A server of learners with the real bot on it: the local Discord, discord.js and a database on disk. */
import { test } from 'vitest';
import type { Member } from '../../playground/discord/index.ts';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog, type Log } from '../../src/log.ts';
import { aServer, type Server, type ServerOptions } from './server.ts';

export interface World extends Server {
  readonly app: App;
  /** Stops the bot and starts it anew on the same database, with other settings besides. */
  restarts(environment?: Readonly<Record<string, string>>): Promise<void>;
  /** A member of this name, who joins if there is none yet. */
  member(name: string): Member;
}

export interface WorldOptions extends ServerOptions {
  /** Default: nobody reads it. */
  readonly log?: Log;
  /** Settings besides those that every test needs. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Certificates have pages at this computer's own address, as in the playground. */
  readonly pagesAtHome?: boolean;
}

export async function aWorld(options: WorldOptions = {}): Promise<World> {
  const server = await aServer(options);
  const { discord, guild, application, file } = server;
  const own = { DISCORD_TOKEN: application.token, DISCORD_API_URL: discord.url, DATABASE_URL: `file:${file}` };
  const start = async (environment: Readonly<Record<string, string>> = {}) => {
    const started = await startApp({
      config: settings({ ...own, ...environment }),
      log: options.log ?? createLog({ level: 'silent' }),
      now: () => discord.clock.now(),
      ...(options.pagesAtHome && { pagesAtHome: true }),
      onFatal: error => {
        throw error;
      },
    });
    await started.ready;
    return started;
  };
  let app = await start(options.environment);
  return {
    ...server,
    get app() {
      return app;
    },
    restarts: async environment => {
      await app.close();
      app = await start(environment);
    },
    member: name => guild.members.find(member => member.name === name) ?? guild.join({ name }),
    close: async () => {
      await app.close();
      await server.close();
    },
  };
}

export function settings(environment: Readonly<Record<string, string>>) {
  const reading = readConfig({ LOG_LEVEL: 'silent', PORT: '0', ...environment });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.config;
}

/** A test in a world of its own. It fails if the bot sent anything that Discord would not take. */
export function story(title: string, tell: (world: World) => Promise<void>, options: WorldOptions = {}): void {
  test(title, async () => {
    const world = await aWorld(options);
    try {
      await tell(world);
    } finally {
      await world.close();
    }
  });
}
