/** The two bots under test as processes of their own, and what they tell of themselves. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Application, LocalDiscord } from '../playground/discord/index.ts';

export interface Memory {
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
}

/** What a bot's probe can be asked, with its answers. */
export interface Answers {
  cpu: number;
  memory: Memory;
  startProfile: true;
  stopProfile: true;
  /** Milliseconds of each of fifty. */
  pictures: readonly number[];
}

export interface Question {
  readonly id: number;
  readonly ask: keyof Answers;
  readonly file?: string;
}

export interface Bot {
  readonly application: Application;
  ask<Ask extends keyof Answers>(ask: Ask, file?: string): Promise<Answers[Ask]>;
  stop(): Promise<void>;
}

interface BotStart {
  readonly discord: LocalDiscord;
  readonly application: Application;
  /** The bot's working folder: its `var/` appears there. */
  readonly folder: string;
}

const project = join(import.meta.dirname, '..');
const probe = join(import.meta.dirname, 'probe.ts');

/** What is spawned. */
export interface Command {
  /** For Node: flags and script. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

export type CairnStart = BotStart & { readonly database: string };
/** `constants`: the file with what it publishes and answers. */
export type BareStart = BotStart & { readonly constants: string };

/** What `npm start` gives Node, with paths that hold in any folder. */
function startArgs(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { scripts: { start: string } };
  const [, , ...args] = scripts.start.split(' ');
  return args.map(arg => (arg.startsWith('-') ? arg : join(project, arg)));
}

export function cairnCommand({ discord, application, folder, database }: CairnStart): Command {
  return {
    args: startArgs(),
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: application.token,
      DISCORD_API_URL: discord.url,
      DATABASE_URL: `file:${database}`,
      DATA_DIR: join(project, 'data'),
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
  };
}

export function bareCommand({ discord, application, folder, constants }: BareStart): Command {
  return {
    args: [join(import.meta.dirname, 'bare-bot.ts')],
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      TOKEN: application.token,
      API_URL: discord.url,
      CONSTANTS: constants,
      NODE_COMPILE_CACHE: join(folder, 'var/compile-cache'),
    },
  };
}

export async function startCairn(start: CairnStart): Promise<Bot> {
  return await startBot(start, cairnCommand(start));
}

/** On the local Discord's clock, with a data folder of its own. */
export async function startClockedCairn(start: CairnStart & { readonly data: string }): Promise<Bot> {
  const { env, ...command } = cairnCommand(start);
  const args = [join(project, 'test/support/year/clocked-bot.ts')];
  const clocked = { ...env, DATA_DIR: start.data, CLOCK_URL: start.discord.clockUrl };
  return await startBot(start, { ...command, args, env: clocked });
}

export async function startBareBot(start: BareStart): Promise<Bot> {
  return await startBot(start, bareCommand(start));
}

async function startBot({ discord, application }: BotStart, { args, cwd, env }: Command): Promise<Bot> {
  const identified = discord.gateway.identifies;
  const child = spawn(process.execPath, ['--import', probe, ...args], {
    cwd,
    env,
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = once(child, 'exit');
  while (discord.gateway.identifies === identified || application.commands.length === 0) {
    if (child.exitCode !== null)
      throw new Error(`${application.name} ended with ${child.exitCode} before it was ready.`);
    await after(5);
  }
  return botOf(child, application, ended);
}

function botOf(child: ChildProcess, application: Application, ended: Promise<unknown>): Bot {
  const waiting = new Map<number, (answer: never) => void>();
  let asked = 0;
  child.on('message', ({ id, answer }: { id: number; answer: never }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  return {
    application,
    ask: (ask, file) =>
      new Promise((resolve, reject) => {
        waiting.set(++asked, resolve);
        const question: Question = { id: asked, ask, ...(file !== undefined && { file }) };
        child.send(question, error => error && reject(error));
      }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
