/** Looks at the calendar whenever something is due by it: what that is and when it is next, the database says. */
import type { Log } from '../log.ts';

export interface Calendar {
  /** Once, before the first look. */
  open(): Promise<void>;
  /** Puts what is due into the outbox. @returns when it is to be called next. */
  plan(): Promise<Temporal.Instant | undefined>;
}

export interface PlanningOptions {
  readonly calendar: Calendar;
  /** Notes that somebody looks. */
  readonly watch: () => Promise<void>;
  readonly now: () => Temporal.Instant;
  readonly log: Log;
}

export interface Planning {
  /** Something may be due, or due at another time. */
  wake(): void;
  /** Resolves when no look is under way, with when the next is. */
  atRest(): Promise<Temporal.Instant | undefined>;
  /** Waits for the look that is under way. */
  stop(): Promise<void>;
}

const shortestSleep = 5;
/** Another process may have changed something without our hearing of it. */
const longestSleep = 30_000;

/** Beside the sending, since it may take long: five hundred servers may be due in the same minute. */
export function startPlanning({ calendar, watch, now, log }: PlanningOptions): Planning {
  let stopped = false;
  let asked = false;
  let isOpen = false;
  let looks: Promise<void> | undefined;
  let alarm: NodeJS.Timeout | undefined;
  let next: Temporal.Instant | undefined;

  function wake(): void {
    asked = true;
    if (!stopped) looks ??= look();
  }

  async function look(): Promise<void> {
    while (asked && !stopped) {
      asked = false;
      try {
        await watch();
        if (!isOpen) await calendar.open();
        isOpen = true;
        next = await calendar.plan();
        sleepUntil(next);
      } catch (error) {
        log.warn(
          { err: error },
          'What is due by the calendar could not be planned; it is tried again in a few seconds',
        );
      }
    }
    looks = undefined;
  }

  function sleepUntil(next: Temporal.Instant | undefined): void {
    if (stopped) return;
    const millis = next ? Math.ceil(now().until(next).total('milliseconds')) : longestSleep;
    clearTimeout(alarm);
    alarm = setTimeout(wake, Math.min(Math.max(millis, shortestSleep), longestSleep));
  }

  return {
    wake,
    async atRest() {
      while (looks) await looks;
      return next;
    },
    async stop() {
      stopped = true;
      clearTimeout(alarm);
      await looks;
    },
  };
}
