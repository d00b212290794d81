/** The ticking. Cron, timers and commits only wake it; what is due, and what is whose, the database says. */
import { randomUUID } from 'node:crypto';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { schedule } from 'node-cron';
import type { OrganiserProblem } from '../domain/problem.ts';
import { inTransaction } from '../store/database.ts';
import { claimDue, nextDue } from '../store/deliveries.ts';
import { retryNow } from '../store/outbox.ts';
import { raiseProblems } from '../store/telling.ts';
import { giveUpLate, type Outgoing } from './carrying-out.ts';
import { type Calendar, startPlanning } from './planning.ts';
import { trackSending } from './under-way.ts';
import { keepWatch } from './watch.ts';

export interface ScheduleOptions extends Omit<Outgoing, 'random' | 'repairs' | 'isConnected'> {
  readonly random?: () => number;
  /** Whether the bot is on Discord; whoever changes that wakes. Default: always. */
  readonly isConnected?: () => boolean;
  /** One sender's name; no two have the same. Default: a new one. */
  readonly owner?: string;
  /** How many effects are sent at once. */
  readonly concurrency?: number;
  /** Starts the work that is due now and then; called about once a minute, by each process. */
  readonly plan?: () => Promise<void>;
  /** What is said by the calendar; called when something is due by it. */
  readonly calendar?: Calendar;
  /** Tells of jumps of an injected clock. Returns how to stop listening. */
  readonly onClockChange?: (listener: () => void) => () => void;
}

export interface Schedule {
  /** Something may be due: called after every commit that put something into the outbox. */
  wake(): void;
  /** Something on this server may have been repaired: what waits for that is tried at once. */
  retryBlocked(guildId: string): Promise<void>;
  /** Puts a problem on record that was met outside any effect. */
  tell(guildId: string, problem: OrganiserProblem): Promise<void>;
  /**
   * Resolves when all that was due is planned and sent, or waits for another attempt; with when something is due next.
   * @param withJobs whether to wait for what goes on behind the scenes, at Discord's pace; default: yes.
   */
  atRest(withJobs?: boolean): Promise<Temporal.Instant | undefined>;
  /** Takes nothing new and waits for what is being sent, 8 seconds at most; the rest is done after the next start. */
  stop(): Promise<void>;
}

/** A killed sender's effects wait this long for the next one. An attempt takes less. */
const lease = Temporal.Duration.from({ seconds: 10 });
const longestDrain = 8_000;
const watchdogEvery = 15_000;
/** Between two looks for such work. */
const planEvery = Temporal.Duration.from({ minutes: 1 });
const shortestSleep = 50;
const longestSleep = 60_000;

export function startSchedule(options: ScheduleOptions): Schedule {
  const { db, now, log, concurrency = 5, owner = randomUUID() } = options;
  const repairs = new Map<string, number>();
  const repairsOf = (guildId: string) => repairs.get(guildId) ?? 0;
  const { random = Math.random, isConnected = () => true } = options;
  const out: Outgoing = { ...options, random, isConnected, repairs: repairsOf };
  const underWay = trackSending(out);
  const watch = keepWatch(db, now);
  const planning = options.calendar && startPlanning({ calendar: options.calendar, watch, now, log });
  let stopped = false;
  let asked = false;
  let rounds: Promise<void> | undefined;
  let alarm: NodeJS.Timeout | undefined;
  let plannedAt: Temporal.Instant | undefined;

  function wake(): void {
    planning?.wake();
    wakeSender();
  }

  function wakeSender(): void {
    asked = true;
    if (!stopped) rounds ??= goRound();
  }

  async function goRound(): Promise<void> {
    while (asked && !stopped) {
      asked = false;
      // SQLite answers without letting go of the process: members who ask, and Discord's greeting, would wait for it all.
      await othersFirst();
      try {
        // First: what is given up as too late may be so because nobody was there.
        await watch();
        await planDue();
        await claimAll();
      } catch (error) {
        log.warn({ err: error }, 'The outbox could not be read; it is tried again in a few seconds');
      }
    }
    rounds = undefined;
  }

  async function planDue(): Promise<void> {
    const at = now();
    // Either way: a clock that was set back would keep us waiting.
    const isRecent = plannedAt && Temporal.Duration.compare(plannedAt.until(at).abs(), planEvery) < 0;
    if (isRecent) return;
    plannedAt = at;
    await options.plan?.();
  }

  async function claimAll(): Promise<void> {
    await giveUpLate(out);
    if (!isConnected()) return;
    const limit = concurrency - underWay.size;
    // Whatever ends wakes us.
    if (limit <= 0) return;
    const at = now();
    const claimed = await claimDue(db, { owner, now: at, limit, lease });
    for (const claim of claimed) underWay.take(claim, at.add(lease), wakeSender);
    const next = await nextDue(db);
    if (next && !stopped) sleepUntil(next);
  }

  function sleepUntil(next: Temporal.Instant): void {
    const millis = Math.ceil(now().until(next).total('milliseconds'));
    clearTimeout(alarm);
    alarm = setTimeout(wakeSender, Math.min(Math.max(millis, shortestSleep), longestSleep));
  }

  const cron = schedule('*/10 * * * * *', wake, { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true });
  // node-cron stands still after the system's clock was set back; this timer does not look at it.
  const watchdog = setInterval(wake, watchdogEvery);
  const unlisten = options.onClockChange?.(wake);
  wake();

  return {
    wake,
    async retryBlocked(guildId) {
      repairs.set(guildId, repairsOf(guildId) + 1);
      if ((await retryNow(db, guildId, now())) > 0) wake();
    },
    async tell(guildId, problem) {
      await inTransaction(db, tx => raiseProblems(tx, guildId, [problem], now()));
      wake();
    },
    async atRest(withJobs = true) {
      let planned: Temporal.Instant | undefined;
      do {
        planned = await planning?.atRest();
        await rounds;
        await underWay.ended(withJobs);
      } while (rounds || underWay.isBusy(withJobs));
      const sent = await nextDue(db, withJobs);
      return planned && sent ? earlier(planned, sent) : (planned ?? sent);
    },
    async stop() {
      stopped = true;
      void cron.destroy();
      clearInterval(watchdog);
      clearTimeout(alarm);
      unlisten?.();
      await planning?.stop();
      await rounds;
      await underWay.drain(longestDrain);
    },
  };
}

const earlier = (a: Temporal.Instant, b: Temporal.Instant) => (Temporal.Instant.compare(a, b) < 0 ? a : b);
