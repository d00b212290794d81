/** Answers that were ordered to go wrong. */
import type { Fault, Faults, Held, Slow } from '../../surface/faults.ts';
import { createDraw, type Draw } from './random-faults.ts';

/** What happens to one request, and what keeps its answer back. */
export interface Fate {
  readonly answer?: Exclude<Fault['answer'], Slow>;
  readonly until?: Promise<unknown>;
}

export interface FaultQueue extends Faults {
  /** Uses up one of them if it is meant for this request. */
  take(method: string, template: string, path: string): Fate | undefined;
}

interface FaultSwitches {
  readonly outage: (down: boolean) => void;
  readonly skew: (millis: number) => void;
}

interface Entry {
  readonly fault: Fault;
  readonly held?: { readonly reached: () => void; readonly until: Promise<void> };
  left: number;
}

export function createFaults(switches: FaultSwitches): FaultQueue {
  let waiting: Entry[] = [];
  let releases: (() => void)[] = [];
  let draw: Draw | undefined;
  let down = false;

  const outage = (wanted: boolean) => {
    if (down === wanted) return;
    down = wanted;
    switches.outage(down);
  };

  return {
    get waiting() {
      return waiting.map(({ fault }) => fault);
    },
    get down() {
      return down;
    },
    next(fault) {
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    hold(request): Held {
      const reached = Promise.withResolvers<void>();
      const released = Promise.withResolvers<void>();
      releases.push(released.resolve);
      waiting.push({
        fault: { ...request, answer: { delay: 0 } },
        held: { reached: reached.resolve, until: released.promise },
        left: 1,
      });
      return { reached: reached.promise, release: released.resolve };
    },
    random(faults) {
      draw = createDraw(faults);
    },
    outage,
    skew: ({ seconds }) => switches.skew(seconds * 1000),
    clear() {
      waiting = [];
      draw = undefined;
      for (const release of releases) release();
      releases = [];
      outage(false);
      switches.skew(0);
    },
    take(method, template, path) {
      const entry = waiting.find(
        ({ fault }) =>
          (fault.method === undefined || fault.method === method) &&
          (fault.route.test(template) || fault.route.test(path)),
      );
      if (entry === undefined) return fateOf(draw?.(method, template));
      entry.left -= 1;
      if (entry.left === 0) waiting = waiting.filter(other => other !== entry);
      entry.held?.reached();
      return entry.held === undefined ? fateOf(entry.fault.answer) : { until: entry.held.until };
    },
  };
}

function fateOf(answer: Fault['answer'] | undefined): Fate | undefined {
  if (answer === undefined) return undefined;
  if (typeof answer !== 'object' || !('delay' in answer)) return { answer };
  return { until: new Promise(resolve => setTimeout(resolve, answer.delay).unref()) };
}
