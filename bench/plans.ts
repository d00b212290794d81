/** How much is measured: enough to trust, or enough to see that all is well. */
import type { DiscordPlan } from './discord/bench.ts';
import type { Plan } from './series.ts';

export interface BenchPlan extends Plan {
  readonly startTimes: number;
  /** Numbers of users after which memory is read. */
  readonly memoryStops: readonly number[];
  readonly profileSeconds: number;
  readonly discord: DiscordPlan;
}

export const fullPlan: BenchPlan = {
  passes: 5,
  openSeconds: 5,
  closedSeconds: 2,
  warmUp: 3_000,
  startTimes: 3,
  memoryStops: [1_000, 25_000, 50_000],
  profileSeconds: 20,
  discord: { passes: 7, seconds: 2, warmUp: 15_000, startTimes: 5 },
};

/** About a minute. */
export const quickPlan: BenchPlan = {
  passes: 1,
  openSeconds: 3,
  closedSeconds: 1,
  warmUp: 1_500,
  startTimes: 1,
  memoryStops: [500, 2_500, 5_000],
  profileSeconds: 5,
  discord: { passes: 3, seconds: 1, warmUp: 5_000, startTimes: 1 },
};
