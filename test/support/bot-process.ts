/** The bot as its own process, started as an organiser starts it, so that it can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Application, LocalDiscord } from '../../playground/discord/index.ts';

export interface BotProcess {
  readonly pid: number;
  /** SIGKILL: dead at once, whatever it was doing. Safe to call twice. */
  kill(): void;
  /** SIGTERM; resolves with the exit code. */
  stop(): Promise<number | null>;
  readonly ended: Promise<unknown>;
}

/** Resolves when the bot has identified, its guilds have been sent and its commands are published. */
export async function startBot(discord: LocalDiscord, application: Application, database: string): Promise<BotProcess> {
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: application.token,
      DISCORD_API_URL: discord.url,
      DATABASE_URL: `file:${database}`,
      PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await Promise.race([ready(child), ended.then(([code]) => Promise.reject(new Error(`The bot ended with ${code}`)))]);
  return {
    pid: child.pid ?? 0,
    kill: () => void child.kill('SIGKILL'),
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code as number | null;
    },
    ended,
  };
}

async function ready(child: ChildProcess): Promise<void> {
  if (!child.stdout) return;
  let seen = '';
  for await (const chunk of child.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    seen += chunk;
    if (seen.includes('Cairn is ready')) break;
  }
  child.stdout.resume();
}
