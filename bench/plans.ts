/** How much is measured: enough to trust, or enough to see that all is well. */
import type { Plan } from './series.ts';

export interface BenchPlan extends Plan {
  readonly startTimes: number;
  /** Numbers of users after which memory is read. */
  readonly memoryStops: readonly number[];
}

export const fullPlan: BenchPlan = {
  passes: 5,
  openSeconds: 5,
  closedSeconds: 2,
  warmUp: 3_000,
  startTimes: 3,
  memoryStops: [1_000, 25_000, 50_000],
};

/** About a minute. */
export const quickPlan: BenchPlan = {
  passes: 1,
  openSeconds: 3,
  closedSeconds: 1,
  warmUp: 1_500,
  startTimes: 1,
  memoryStops: [500, 2_500, 5_000],
};
