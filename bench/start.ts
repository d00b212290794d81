/** How long Cairn takes from spawn until members can use it: the very first time, and when it knows its way. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import type { Application } from '../playground/discord/index.ts';
import { cairnCommand } from './bots.ts';
import { median } from './statistics.ts';
import type { World } from './world.ts';

/** Milliseconds since spawn. */
export interface Start {
  /** `startApp` has resolved. */
  readonly started: number;
  /** The gateway has said READY, and the commands are published or found unchanged. */
  readonly ready: number;
  /** A member who asked at the moment of READY has the answer. */
  readonly answered: number;
}

export interface Starts {
  /** Nothing is there: no compile cache, no database, no command published. */
  readonly first: Start;
  readonly second: Start;
  /** The second start with the full database. */
  readonly full: Start;
}

export async function measureStarts(world: World, scratch: string, database: string, times: number): Promise<Starts> {
  const taken: Record<keyof Starts, Start[]> = { first: [], second: [], full: [] };
  for (let time = 0; time < times; time++) {
    const folder = mkdtempSync(join(scratch, 'start-'));
    const start = { ...world, folder, application: world.invited(`Start ${time}`) };
    const own = join(folder, 'cairn.sqlite');
    taken.first.push(await startOnce(start, own));
    taken.second.push(await startOnce(start, own));
    const copy = join(folder, 'full.sqlite');
    copyFileSync(database, copy);
    taken.full.push(await startOnce(start, copy));
    rmSync(folder, { recursive: true });
  }
  return { first: middleOf(taken.first), second: middleOf(taken.second), full: middleOf(taken.full) };
}

type Starting = World & { readonly folder: string; readonly application: Application };

async function startOnce({ discord, members, folder, application }: Starting, database: string): Promise<Start> {
  const { script, cwd, env } = cairnCommand({ discord, application, folder, database, logLevel: 'info' });
  const identified = discord.gateway.identifies;
  const [asker] = members;
  let checked = 0;
  const start = performance.now();
  const since = () => performance.now() - start;
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  void discord
    .nextRequest(({ method, route }) => method === 'PUT' && route.endsWith('/commands'))
    .then(() => {
      checked = since();
    });
  const started = new Promise<number>(resolve => {
    createInterface(child.stdout).on('line', line => line.includes('"Cairn is ready"') && resolve(since()));
  });
  while (discord.gateway.identifies === identified || application.commands.length === 0) {
    if (child.exitCode !== null) throw new Error(`Cairn ended with ${child.exitCode} before it was ready.`);
    await after(1);
  }
  const ready = Math.max(since(), checked);
  await asker?.runs('/help', {}, { application });
  const answered = since();
  const figures = { started: await started, ready, answered };
  child.kill('SIGTERM');
  await ended;
  return figures;
}

function middleOf(starts: readonly Start[]): Start {
  const middle = (figure: keyof Start) => median(starts.map(start => start[figure]));
  return { started: middle('started'), ready: middle('ready'), answered: middle('answered') };
}
