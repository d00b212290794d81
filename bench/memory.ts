/** Whether a bot's memory grows with the number of users it has met. */
import type { Ask } from './asks.ts';
import type { Bot, Memory } from './bots.ts';
import { askTimes } from './load.ts';
import { inFlight } from './series.ts';

export interface MemoryAt extends Memory {
  readonly users: number;
}

/** @param ask each call is another user's */
export async function measureMemory(bot: Bot, ask: Ask, stops: readonly number[]): Promise<readonly MemoryAt[]> {
  const taken: MemoryAt[] = [];
  let met = 0;
  for (const users of stops) {
    const { failed } = await askTimes(ask, inFlight, users - met);
    if (failed > 0) throw new Error(`${failed} users were not answered while memory was measured.`);
    met = users;
    taken.push({ users, ...(await bot.ask('memory')) });
  }
  return taken;
}

/** Flat: after the last stop neither heap nor RSS is more than a tenth above what it was after the one before. */
export function isFlat(taken: readonly MemoryAt[]): boolean {
  const [last, earlier] = [taken.at(-1), taken.at(-2)];
  if (!last || !earlier) return false;
  return last.heapUsed <= 1.1 * earlier.heapUsed && last.rss <= 1.1 * earlier.rss;
}
