/** The gateway's limits as Discord has them. */
import type { GatewayRules } from '../surface/gateway.ts';

export const usualRules: GatewayRules = {
  heartbeatInterval: 41_250,
  guildsPerShard: 2500,
  sessionStarts: 1000,
  concurrency: 1,
  identifyEvery: 5000,
  // Discord publishes no figure; a few minutes is what is observed.
  resumableFor: 3 * 60_000,
  allMembersEvery: 30_000,
};

/** A close code and its reason. */
export type Close = readonly [code: number, reason: string];

export const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voiceState: 4,
  resume: 6,
  reconnect: 7,
  requestMembers: 8,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;
