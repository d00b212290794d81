/** Whose turn it is to write: one after the other, in the order of asking, none waiting beyond its deadline. */
import { setTimeout as after } from 'node:timers/promises';
import { StoreBusy } from '../faults.ts';

interface Waiter {
  readonly go: () => void;
  readonly timer: NodeJS.Timeout;
}

export class Turns {
  #taken = false;
  /** A set keeps the order of asking and lets a waiter that gave up leave from the middle. */
  readonly #queue = new Set<Waiter>();

  /** @param deadline on `performance.now()`'s clock, which no clock step moves. */
  async take(deadline: number): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return;
    }
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const timer = setTimeout(() => {
      this.#queue.delete(waiter);
      reject(new StoreBusy('Other writes held the database too long. Nothing was saved; try again in a moment.'));
    }, deadline - performance.now());
    const waiter: Waiter = { go: resolve, timer };
    this.#queue.add(waiter);
    await promise;
  }

  pass(): void {
    const [next] = this.#queue;
    if (!next) {
      this.#taken = false;
      return;
    }
    this.#queue.delete(next);
    clearTimeout(next.timer);
    next.go();
  }
}

const longestPause = 50;

/** Tries again, off the event loop and with growing pauses, for as long as the failure is one that passes. */
export async function patiently<T>(
  attempt: () => T,
  passes: (error: unknown) => boolean,
  deadline: number,
): Promise<T> {
  for (let pause = 1; ; pause = Math.min(2 * pause, longestPause)) {
    try {
      return attempt();
    } catch (error) {
      if (!passes(error) || performance.now() + pause > deadline) throw error;
    }
    await after(pause);
  }
}
