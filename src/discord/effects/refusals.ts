/** Remembers what Discord has just forbidden, so that hundreds of members who wait for it cost one refusal, not hundreds. */
import type { SendResult } from '../../domain/delivery.ts';

export interface Refusals {
  /**
   * Runs `ask`, unless the same was forbidden a moment ago in the same circumstances. One at a time per `what`.
   * @param circumstances what a repair would change, as the cache knows it.
   */
  unlessForbidden<R extends SendResult | { readonly kind: 'ready' }>(
    what: string,
    circumstances: string,
    ask: () => Promise<R>,
  ): Promise<R | Blocked>;
}

type Blocked = Extract<SendResult, { kind: 'blocked' }>;

/** Long enough for all who wait to be answered, short enough for a repair that the cache does not show. */
const memory = Temporal.Duration.from({ seconds: 15 });

interface Forbidden {
  readonly circumstances: string;
  readonly result: Blocked;
  readonly until: Temporal.Instant;
}

export function rememberRefusals(now: () => Temporal.Instant): Refusals {
  const forbidden = new Map<string, Forbidden>();
  const turns = new Map<string, Promise<unknown>>();

  async function check<R extends { readonly kind: string }>(
    what: string,
    circumstances: string,
    ask: () => Promise<R>,
  ): Promise<R | Blocked> {
    const last = forbidden.get(what);
    if (last?.circumstances === circumstances && Temporal.Instant.compare(now(), last.until) < 0) return last.result;
    const result = await ask();
    if (isBlocked(result)) forbidden.set(what, { circumstances, result, until: now().add(memory) });
    else if (result.kind === 'delivered' || result.kind === 'ready') forbidden.delete(what);
    return result;
  }

  return {
    async unlessForbidden(what, circumstances, ask) {
      const before = turns.get(what) ?? Promise.resolve();
      const result = before.then(() => check(what, circumstances, ask));
      const turn = result.catch(() => {});
      turns.set(what, turn);
      try {
        return await result;
      } finally {
        if (turns.get(what) === turn) turns.delete(what);
      }
    },
  };
}

function isBlocked(result: { readonly kind: string }): result is Blocked {
  return result.kind === 'blocked';
}
