/** Starts, asks and kills a clocked bot. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Application, LocalDiscord } from '../../../playground/discord/index.ts';

export interface ClockedBot {
  readonly ended: Promise<unknown>;
  readonly isAlive: boolean;
  /** Asks and is answered: what was under way in its event loop before has gone on. */
  answers(): Promise<void>;
  /** All that is due is said, or waits for another attempt. @returns when something is due next. */
  rests(): Promise<Temporal.Instant | undefined>;
  /** SIGKILL. */
  kill(): void;
  /** SIGTERM. */
  stop(): Promise<void>;
}

export async function startClockedBot(
  discord: LocalDiscord,
  { token }: Application,
  { database, zone }: { readonly database: string; readonly zone: string },
): Promise<ClockedBot> {
  const child = fork(join(import.meta.dirname, 'clocked-bot.ts'), {
    execArgv: [],
    env: {
      PATH: process.env.PATH,
      DISCORD_TOKEN: token,
      DISCORD_API_URL: discord.url,
      DATABASE_URL: database,
      CLOCK_URL: discord.clockUrl,
      TIME_ZONE: zone,
      NODE_COMPILE_CACHE: 'var/compile-cache',
      LOG_LEVEL: process.env.YEAR_LOG ?? 'silent',
    },
    stdio: ['ignore', process.env.YEAR_LOG ? 'inherit' : 'ignore', 'inherit', 'ipc'],
  });
  let isAlive = true;
  const ended = once(child, 'exit').then((): undefined => {
    isAlive = false;
  });
  await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('The bot ended while it started'))),
  ]);
  const asks = async (question: string) => {
    if (!child.connected) return undefined;
    const answer = once(child, 'message');
    child.send(question, () => {});
    const [said] = (await Promise.race([answer, ended])) ?? [];
    return typeof said === 'string' && said !== 'nothing' ? Temporal.Instant.from(said) : undefined;
  };
  return {
    ended,
    get isAlive() {
      return isAlive;
    },
    answers: async () => void (await asks('here?')),
    rests: () => asks('rest'),
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
