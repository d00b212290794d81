/** A small server of learners with the real bot in it: the local Discord, discord.js and a database on disk. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'vitest';
import { type Guild, type LocalDiscord, type Member, startDiscord } from '../../playground/discord/index.ts';
import { type App, startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { invitePermissions } from '../../src/discord/invite.ts';
import { createLog } from '../../src/log.ts';

export interface World {
  readonly discord: LocalDiscord;
  readonly guild: Guild;
  readonly app: App;
  /** Path of the database file. */
  readonly file: string;
  /** A member of this name, who joins if there is none yet. */
  member(name: string): Member;
  close(): Promise<void>;
}

/** Where the bot may do everything it asks for; `permissions` says otherwise. */
export async function aWorld({ permissions = invitePermissions }: { permissions?: bigint } = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-'));
  const discord = await startDiscord({});
  const guild = discord.createGuild({ name: 'Learners', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const application = discord.createApplication({ name: 'Cairn' });
  discord.invite(application, guild, permissions);
  const file = join(folder, 'cairn.sqlite');
  const app = await startApp({
    config: settings({ DISCORD_TOKEN: application.token, DISCORD_API_URL: discord.url, DATABASE_URL: `file:${file}` }),
    log: createLog({ level: 'silent' }),
    now: () => discord.clock.now(),
    onFatal: error => {
      throw error;
    },
  });
  await app.ready;
  return {
    discord,
    guild,
    app,
    file,
    member: name => guild.members.find(member => member.name === name) ?? guild.join({ name }),
    close: async () => {
      await app.close();
      await discord.close();
      await rm(folder, { recursive: true });
    },
  };
}

export function settings(environment: Readonly<Record<string, string>>) {
  const reading = readConfig({ LOG_LEVEL: 'silent', ...environment });
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.config;
}

/** A test in a world of its own. It fails if the bot sent anything that Discord would not take. */
export function story(
  title: string,
  tell: (world: World) => Promise<void>,
  options: Parameters<typeof aWorld>[0] = {},
): void {
  test(title, async () => {
    const world = await aWorld(options);
    try {
      await tell(world);
    } finally {
      await world.close();
    }
  });
}
