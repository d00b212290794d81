/** One measurement: a bot under one load, with what it and the local Discord spent on it. */
import { setTimeout as after } from 'node:timers/promises';
import type { Bot } from './bots.ts';
import type { LoadResult } from './load.ts';
import { percentile } from './statistics.ts';

export interface Figures {
  /** Microseconds of the bot's CPU per interaction, its idle share taken off. */
  readonly cpu: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly perSecond: number;
  /** Share of one core that the local Discord used: near 1 it would be the bottleneck. */
  readonly discordShare: number;
  readonly failed: number;
}

/** Microseconds of CPU that a bot without work uses per second. */
export async function idleCpu(bot: Bot, seconds: number): Promise<number> {
  const before = await bot.ask('cpu');
  await after(1000 * seconds);
  return ((await bot.ask('cpu')) - before) / seconds;
}

export async function measure(bot: Bot, idle: number, load: () => Promise<LoadResult>): Promise<Figures> {
  const own = process.cpuUsage();
  const before = await bot.ask('cpu');
  const { seconds, latencies, failed } = await load();
  const used = (await bot.ask('cpu')) - before - idle * seconds;
  const { user, system } = process.cpuUsage(own);
  return {
    cpu: used / latencies.length,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    perSecond: latencies.length / seconds,
    discordShare: (user + system) / 1e6 / seconds,
    failed,
  };
}
