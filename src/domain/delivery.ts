/** What becomes of an effect after an attempt to carry it out. */
import type { Effect } from './effect.ts';
import type { OrganiserProblem } from './problem.ts';

export type SendResult =
  /**
   * Done; `reference` is what Discord calls it (a message id), `noticed` what organisers should know all the same, `at` when
   * it was done, where that was an earlier attempt.
   */
  | {
      readonly kind: 'delivered';
      readonly reference?: string;
      readonly noticed?: OrganiserProblem;
      readonly at?: Temporal.Instant;
    }
  /** A part is done, and nothing stands in the way of the next. */
  | { readonly kind: 'unfinished'; readonly resumeAfter: Temporal.Duration }
  /** The member or the guild is no longer there. */
  | { readonly kind: 'gone' }
  /** Not now, and nobody has to repair anything: the member has yet to pass the rules gate, or is timed out. */
  | { readonly kind: 'deferred'; readonly reason: string; readonly until?: Temporal.Instant }
  /** Discord is unwell or asks to wait. */
  | { readonly kind: 'transient'; readonly reason: string; readonly retryAfter?: Temporal.Duration }
  /** Somebody must repair something first. */
  | { readonly kind: 'blocked'; readonly problem: OrganiserProblem }
  /** It makes no sense any more, and the reason is worth keeping; `noticed` is what organisers should know. */
  | { readonly kind: 'suppressed'; readonly reason: string; readonly noticed?: OrganiserProblem }
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
  /** Counted from 1 when the attempt begins, so that one cut off by a crash counts too. */
  readonly number: number;
  /** When the effect was asked for. */
  readonly askedAt: Temporal.Instant;
  readonly expiresAt?: Temporal.Instant;
  /** What became of it is found out before it is given up, however late: everybody has seen it, or nobody has. */
  readonly isFoundOut?: true;
  /** It comes too late to be done. But an earlier attempt may have got through, and it is still to be found out if it did. */
  readonly isTooLate?: true;
  /** Key of a message that was looked for and is not there. Others that the effect says are still to be looked for. */
  readonly missing?: string;
  /** Why the attempt before did not get through, as far as we know. */
  readonly before?: string;
}

/** Why nothing reaches Discord between the start and the first connection. */
export const notConnected = 'the bot is not connected';

const seconds = (n: number) => Temporal.Duration.from({ milliseconds: Math.round(n * 1000) });

/** Waits double: up to 5 min after a passing fault, an hour for a member, a day where a person must act. */
const transientWait = (n: number) => Math.min(2 ** (n - 1), 300);
const deferredWait = (n: number) => Math.min(60 * 2 ** (n - 1), 3600);
const blockedWait = (n: number) => Math.min(60 * 2 ** (n - 1), 86_400);

const tooLate = 'it would have come too late';
/** For so long; and so often, which takes three days, where the bot itself was away longer. */
const askedFor = Temporal.Duration.from({ hours: 24 });
const mostAsked = 1000;

/** @param jitter from 0 to 1: spreads what failed together over a fifth of the wait, an hour at most. */
export function afterAttempt(attempt: Attempt, result: SendResult, now: Temporal.Instant, jitter: number): Fate {
  const retryIn = (wait: number, state: 'pending' | 'blocked', more: Partial<Fate>): Fate => {
    const dueAt = now.add(seconds(wait + jitter * Math.min(wait / 5, 3600)));
    if (attempt.expiresAt && Temporal.Instant.compare(dueAt, attempt.expiresAt) > 0)
      return { ...more, state: 'expired' };
    return { ...more, state, dueAt };
  };
  if (attempt.isTooLate && result.kind !== 'delivered') return afterLook(attempt, result, now);
  switch (result.kind) {
    case 'delivered': {
      const { reference, noticed } = result;
      return {
        state: 'delivered',
        ...(reference === undefined ? {} : { reference }),
        ...(noticed === undefined ? {} : { tell: noticed }),
      };
    }
    case 'unfinished':
      return { state: 'pending', dueAt: now.add(result.resumeAfter) };
    case 'gone':
      return { state: 'dropped', reason: 'the member is gone' };
    case 'suppressed':
      return { state: 'dropped', reason: result.reason, ...(result.noticed ? { tell: result.noticed } : {}) };
    case 'refused':
      return { state: 'failed', reason: result.reason };
    case 'deferred': {
      const wait = result.until ? Math.max(now.until(result.until).total('seconds'), 1) : deferredWait(attempt.number);
      return retryIn(wait, 'blocked', { reason: result.reason });
    }
    case 'transient': {
      const wait = Math.max(transientWait(attempt.number), result.retryAfter?.total('seconds') ?? 0);
      const fate = retryIn(wait, 'pending', { reason: result.reason });
      // Its answer may be all that was lost.
      const isOpen = fate.state === 'expired' && attempt.isFoundOut;
      return isOpen ? { ...fate, state: 'pending', dueAt: now.add(seconds(wait)) } : fate;
    }
    case 'blocked':
      return retryIn(blockedWait(attempt.number), 'blocked', { reason: result.problem.kind, tell: result.problem });
  }
}

/** It was too late, and nothing was found that an earlier attempt did; or nobody could look. */
function afterLook({ number, before, expiresAt }: Attempt, { kind }: SendResult, now: Temporal.Instant): Fate {
  const couldLook = kind !== 'transient' && kind !== 'deferred';
  const isOver = !expiresAt || Temporal.Instant.compare(now, expiresAt.add(askedFor)) >= 0;
  if (couldLook || (isOver && number >= mostAsked)) return { state: 'expired', reason: before ?? tooLate };
  const dueAt = now.add(seconds(transientWait(number)));
  return { state: 'pending', dueAt, ...(before === undefined ? {} : { reason: before }) };
}

/** What organisers must hear of: nothing is lost in silence. A lost notice stays on record by itself. */
export function worthTelling(effect: Effect, fate: Fate): readonly OrganiserProblem[] {
  const told = fate.tell ? [fate.tell] : [];
  if (fate.state !== 'expired' && fate.state !== 'failed') return told;
  if (effect.kind === 'group-proposal')
    return [...told, { kind: 'given-up', effect: effect.kind, groupKey: effect.groupKey, why: fate.state }];
  if (!('member' in effect)) return told;
  const about = { userId: effect.member.userId, why: fate.state } as const;
  if (effect.kind === 'sync-roles') return [...told, { kind: 'given-up', effect: effect.kind, ...about }];
  const { kind, certificateId } = effect;
  return [...told, { kind: 'given-up', effect: kind, certificateId, ...about }];
}
