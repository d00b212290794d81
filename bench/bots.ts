/** The two bots under test as processes of their own, and what they tell of themselves. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
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

export function cairnCommand(start: BotStart & { readonly database: string; readonly logLevel?: string }) {
  const { discord, application, folder, database, logLevel = 'warn' } = start;
  return {
    script: join(project, 'src/main.ts'),
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: application.token,
      DISCORD_API_URL: discord.url,
      DATABASE_URL: `file:${database}`,
      DATA_DIR: join(project, 'data'),
      PORT: '0',
      LOG_LEVEL: logLevel,
    },
  };
}

export async function startCairn(start: BotStart & { readonly database: string }): Promise<Bot> {
  return await startBot(start, cairnCommand(start));
}

/** @param constants file with what it publishes and answers */
export async function startBareBot(start: BotStart & { readonly constants: string }): Promise<Bot> {
  const { discord, application, folder, constants } = start;
  const env = { PATH: process.env.PATH, TOKEN: application.token, API_URL: discord.url, CONSTANTS: constants };
  return await startBot(start, { script: join(import.meta.dirname, 'bare-bot.ts'), cwd: folder, env });
}

async function startBot({ discord, application }: BotStart, command: ReturnType<typeof cairnCommand> | Command) {
  const identified = discord.gateway.identifies;
  const { script, cwd, env } = command;
  const child = spawn(process.execPath, ['--import', probe, script], {
    cwd,
    env,
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = once(child, 'exit');
  while (discord.gateway.identifies === identified || application.commands.length === 0) {
    if (child.exitCode !== null) throw new Error(`${script} ended with ${child.exitCode} before it was ready.`);
    await after(5);
  }
  return botOf(child, application, ended);
}

interface Command {
  readonly script: string;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
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
