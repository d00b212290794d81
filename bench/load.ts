/** The two ways of asking: so many per second whatever happens, or so many at once. */
import { setTimeout as after } from 'node:timers/promises';
import type { Ask } from './asks.ts';

export interface LoadResult {
  readonly seconds: number;
  /** Milliseconds from dispatch to callback. */
  readonly latencies: readonly number[];
  readonly failed: number;
}

class Record {
  readonly latencies: number[] = [];
  failed = 0;
  readonly #start = performance.now();

  async time(ask: Ask): Promise<void> {
    const sent = performance.now();
    const answered = await ask().catch(() => false);
    if (answered) this.latencies.push(performance.now() - sent);
    else this.failed += 1;
  }

  result(): LoadResult {
    return { seconds: (performance.now() - this.#start) / 1000, latencies: this.latencies, failed: this.failed };
  }
}

/** Evenly spaced. One that is late is sent at once, and the others keep their times. */
export async function openLoop(ask: Ask, perSecond: number, seconds: number): Promise<LoadResult> {
  const record = new Record();
  const start = performance.now();
  const running: Promise<void>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent++) {
    const wait = start + (sent * 1000) / perSecond - performance.now();
    if (wait > 0) await after(wait);
    running.push(record.time(ask));
  }
  await Promise.all(running);
  return record.result();
}

/** `inFlight` members who each ask again as soon as they are answered. */
export async function closedLoop(ask: Ask, inFlight: number, seconds: number): Promise<LoadResult> {
  const end = performance.now() + 1000 * seconds;
  return await during(ask, inFlight, () => performance.now() < end);
}

export async function askTimes(ask: Ask, inFlight: number, times: number): Promise<LoadResult> {
  let left = times;
  return await during(ask, inFlight, () => left-- > 0);
}

async function during(ask: Ask, inFlight: number, more: () => boolean): Promise<LoadResult> {
  const record = new Record();
  const member = async () => {
    while (more()) await record.time(ask);
  };
  await Promise.all(Array.from({ length: inFlight }, member));
  return record.result();
}
