/** Answers that were ordered to go wrong. */
import type { Fault, Faults } from '../surface/requests.ts';

export interface FaultQueue extends Faults {
  /** Uses up one of them if it is meant for this request. */
  take(method: string, template: string, path: string): Fault | undefined;
}

export function createFaults(): FaultQueue {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    get waiting() {
      return waiting.map(({ fault }) => fault);
    },
    next(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear() {
      waiting = [];
    },
    take(method, template, path) {
      if (waiting.length === 0) return undefined;
      const entry = waiting.find(
        ({ fault }) =>
          (fault.method === undefined || fault.method === method) &&
          (fault.route.test(template) || fault.route.test(path)),
      );
      if (entry === undefined) return undefined;
      entry.left -= 1;
      if (entry.left === 0) waiting = waiting.filter(other => other !== entry);
      return entry.fault;
    },
  };
}
