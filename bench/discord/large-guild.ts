/** How long a guild of a hundred thousand members takes to be there again: from the saved file until its bot has it. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startDiscord } from '../../playground/discord/index.ts';
import { median } from '../statistics.ts';

export const largeGuild = 100_000;

/** Milliseconds since the spawn of a process that has nothing loaded yet. */
export interface LargeStart {
  /** The file is read and the server listens. */
  readonly listening: number;
  /** The bot has READY and GUILD_CREATE. */
  readonly ready: number;
}

/** `file` is made. */
export async function measureLargeGuild(file: string, times: number): Promise<LargeStart> {
  await saveLargeGuild(file);
  await startOnce(file);
  const taken: LargeStart[] = [];
  for (let time = 0; time < times; time++) taken.push(await startOnce(file));
  const middle = (figure: keyof LargeStart) => median(taken.map(start => start[figure]));
  return { listening: middle('listening'), ready: middle('ready') };
}

async function saveLargeGuild(file: string): Promise<void> {
  const discord = await startDiscord({ file });
  const guild = discord.createGuild({ name: 'City', owner: 'olive' });
  guild.createChannel({ name: 'general' });
  const roles = Array.from({ length: 20 }, (_, index) => guild.createRole({ name: `Path ${index}` }));
  for (let index = 2; index < largeGuild; index++)
    guild.join({ name: `member${index}`, roles: roles.filter((_, at) => (index + at) % 7 === 0) });
  discord.invite(discord.createApplication({ name: 'Cairn' }), guild, 0x800n);
  await discord.close();
}

async function startOnce(file: string): Promise<LargeStart> {
  const start = performance.now();
  const child = fork(join(import.meta.dirname, 'large-guild-server.ts'), [file], {
    // As `npm start` has it.
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: `${file}.cache` },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  await once(child, 'message');
  const listening = performance.now() - start;
  await once(child, 'message');
  const ready = performance.now() - start;
  await once(child, 'exit');
  return { listening, ready };
}
