/** How long a bot takes from spawn until members can use it: the very first time, and when it knows its way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Application } from '../playground/discord/index.ts';
import { bareCommand, type Command, cairnCommand } from './bots.ts';
import { median } from './statistics.ts';
import type { World } from './world.ts';

/** Milliseconds since spawn. */
export interface Start {
  /** The first request to Discord: modules, curriculum and database are loaded, `startApp` is done. */
  readonly loaded: number;
  /** The gateway has said READY, and the commands are published or found unchanged. */
  readonly ready: number;
  /** A member who asked at that moment has the answer. */
  readonly answered: number;
}

export interface Starts {
  /** Nothing is there: no compile cache, no database, no command published. */
  readonly first: Start;
  readonly second: Start;
  /** The second start with the full database. */
  readonly full: Start;
  /** The bare bot's second start, for scale: what Node and discord.js alone take on this machine. */
  readonly bare: Start;
}

interface Given {
  readonly world: World;
  readonly scratch: string;
  /** The full database, which stays as it is. */
  readonly database: string;
  readonly constants: string;
}

export async function measureStarts(given: Given, times: number): Promise<Starts> {
  const taken: Record<keyof Starts, Start[]> = { first: [], second: [], full: [], bare: [] };
  for (let time = 0; time < times; time++) {
    const starts = await startEach(given, `Start ${time}`);
    for (const key of Object.keys(taken) as (keyof Starts)[]) taken[key].push(starts[key]);
  }
  const { first, second, full, bare } = taken;
  return { first: middleOf(first), second: middleOf(second), full: middleOf(full), bare: middleOf(bare) };
}

async function startEach({ world, scratch, database, constants }: Given, name: string): Promise<Starts> {
  const { discord } = world;
  const folder = mkdtempSync(join(scratch, 'start-'));
  const application = world.invited(name);
  const start = { discord, application, folder };
  const own = cairnCommand({ ...start, database: join(folder, 'cairn.sqlite') });
  const first = await startOnce(world, application, own);
  const second = await startOnce(world, application, own);
  const copy = join(folder, 'full.sqlite');
  copyFileSync(database, copy);
  const full = await startOnce(world, application, cairnCommand({ ...start, database: copy }));
  const plain = bareCommand({ ...start, constants });
  await startOnce(world, application, plain);
  const bare = await startOnce(world, application, plain);
  rmSync(folder, { recursive: true });
  return { first, second, full, bare };
}

async function startOnce({ discord, members }: World, application: Application, command: Command): Promise<Start> {
  const { args, cwd, env } = command;
  const [asker] = members;
  const identified = discord.gateway.identifies;
  const start = performance.now();
  const since = () => performance.now() - start;
  const loaded = discord.nextRequest(() => true).then(since);
  let commandsSeen = false;
  void discord
    .nextRequest(({ route }) => route.endsWith('/commands'))
    .then(() => {
      commandsSeen = true;
    });
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 2, 2] });
  const ended = once(child, 'exit');
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  while (discord.gateway.identifies === identified || !commandsSeen || application.commands.length === 0) {
    if (child.exitCode !== null)
      throw new Error(`${application.name} ended with ${child.exitCode} before it was ready.`);
    await after(1);
  }
  const ready = since();
  await asker?.runs('/progress show', {}, { application });
  const answered = since();
  child.kill('SIGTERM');
  await ended;
  process.off('exit', kill);
  return { loaded: await loaded, ready, answered };
}

function middleOf(starts: readonly Start[]): Start {
  const middle = (figure: keyof Start) => median(starts.map(start => start[figure]));
  return { loaded: middle('loaded'), ready: middle('ready'), answered: middle('answered') };
}
