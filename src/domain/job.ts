/** Work on a server that takes longer than one attempt: done in slices, resumed after a restart, paused by organisers. */

/** `set-up`: a setup plan is carried out. `onboarding`: newcomers are asked about their path. `role-pass`: members are gone through, and their roles set right. */
export type JobKind = 'set-up' | 'onboarding' | 'role-pass';

/** `stopped`: it met what only a person can repair, or the server changed; its outcome says which. */
export type JobState = 'running' | 'paused' | 'done' | 'stopped';

export interface Job {
  readonly id: number;
  readonly guildId: string;
  readonly kind: JobKind;
  /** Unique on the server: starting the same twice starts it once. */
  readonly key: string;
  /** Plain JSON, of its kind. */
  readonly payload: unknown;
  readonly state: JobState;
  /** How far it has come, of its kind. */
  readonly cursor?: string;
  readonly done: number;
  readonly total: number;
  /** How many requests changed something on Discord. */
  readonly written: number;
  /** Plain JSON, of its kind: what became of it. */
  readonly outcome?: unknown;
  /** The organiser who started it; absent: Cairn itself. */
  readonly startedBy?: string;
  readonly startedAt: Temporal.Instant;
  readonly changedAt: Temporal.Instant;
  readonly endedAt?: Temporal.Instant;
}

/** What one slice of work has brought. */
export interface JobProgress {
  readonly state: JobState;
  readonly cursor?: string;
  readonly done: number;
  readonly total: number;
  readonly written: number;
  readonly outcome?: unknown;
}

/** The outcome of one that Discord does not take, whatever its kind. */
export interface JobRefused {
  readonly kind: 'refused';
  readonly reason: string;
}

/** As it stands, to go on from. */
export function progressOf({ done, total, written, cursor, outcome }: Job): JobProgress {
  const reached = cursor === undefined ? {} : { cursor };
  return { state: 'running', done, total, written, ...reached, ...(outcome === undefined ? {} : { outcome }) };
}
