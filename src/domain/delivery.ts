/** What becomes of an effect after an attempt to carry it out. */
import type { OrganiserProblem } from './problem.ts';

export type SendResult =
  /** Done; `reference` is what Discord calls it (a message id). */
  | { readonly kind: 'delivered'; readonly reference?: string }
  /** The member or the guild is no longer there. */
  | { readonly kind: 'gone' }
  /** Not now: the member has yet to pass the rules gate, or is timed out. */
  | { readonly kind: 'deferred'; readonly until?: Temporal.Instant }
  /** Discord is unwell or asks to wait. */
  | { readonly kind: 'transient'; readonly reason: string; readonly retryAfter?: Temporal.Duration }
  /** Somebody must repair something first. */
  | { readonly kind: 'blocked'; readonly problem: OrganiserProblem }
  /** It can never work as it stands. */
  | { readonly kind: 'refused'; readonly reason: string };

/** `pending` and `blocked` are tried again at `dueAt`; the others are final. */
export type DeliveryState = 'pending' | 'blocked' | 'delivered' | 'dropped' | 'expired' | 'failed';

export interface Fate {
  readonly state: DeliveryState;
  readonly dueAt?: Temporal.Instant;
  readonly reason?: string;
  readonly reference?: string;
  readonly tell?: OrganiserProblem;
}

export interface Attempt {
  /** Counted from 1: the attempt just made. */
  readonly number: number;
  readonly expiresAt?: Temporal.Instant;
}

const seconds = (n: number) => Temporal.Duration.from({ milliseconds: Math.round(n * 1000) });

/** Waits double from 1 s to 5 min after a passing fault, from 1 min to 24 h where a person must act. */
const transientWait = (n: number) => Math.min(2 ** (n - 1), 300);
const blockedWait = (n: number) => Math.min(60 * 2 ** (n - 1), 86_400);

/** @param jitter from 0 to 1: spreads what failed together over a fifth of the wait. */
export function afterAttempt(attempt: Attempt, result: SendResult, now: Temporal.Instant, jitter: number): Fate {
  const retryIn = (wait: number, state: 'pending' | 'blocked', more: Partial<Fate>): Fate => {
    const dueAt = now.add(seconds(wait * (1 + jitter / 5)));
    if (attempt.expiresAt && Temporal.Instant.compare(dueAt, attempt.expiresAt) > 0)
      return { ...more, state: 'expired' };
    return { ...more, state, dueAt };
  };
  switch (result.kind) {
    case 'delivered':
      return { state: 'delivered', ...(result.reference === undefined ? {} : { reference: result.reference }) };
    case 'gone':
      return { state: 'dropped', reason: 'the member or the server is gone' };
    case 'refused':
      return { state: 'failed', reason: result.reason };
    case 'deferred': {
      const wait = result.until ? Math.max(now.until(result.until).total('seconds'), 1) : blockedWait(attempt.number);
      return retryIn(wait, 'blocked', { reason: 'the member cannot be given roles yet' });
    }
    case 'transient': {
      const wait = Math.max(transientWait(attempt.number), result.retryAfter?.total('seconds') ?? 0);
      return retryIn(wait, 'pending', { reason: result.reason });
    }
    case 'blocked':
      return retryIn(blockedWait(attempt.number), 'blocked', { reason: result.problem.kind, tell: result.problem });
  }
}
