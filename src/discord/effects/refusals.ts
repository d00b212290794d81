/**
 * Remembers what Discord has just forbidden, and how long it asks to wait, so that hundreds of members who wait for the
 * same cost one refusal, not hundreds.
 */
import type { SendResult } from '../../domain/delivery.ts';
import { resultOf } from './refusal.ts';

export interface Refusals {
  /** Runs `ask`, unless the same was refused a moment ago and nothing changed since. One at a time for each `what`. */
  unlessForbidden<R extends SendResult | { readonly kind: 'ready' }>(
    guildId: string,
    what: string,
    ask: () => Promise<R>,
  ): Promise<R | SendResult>;
  /** Something changed on the server. */
  forget(guildId: string): void;
}

/** Long enough for all who wait to be answered, short enough for a repair that no event shows. */
const memory = Temporal.Duration.from({ seconds: 15 });

interface Refused {
  readonly result: SendResult;
  readonly until: Temporal.Instant;
}

interface OfGuild {
  readonly refused: Map<string, Refused>;
  readonly turns: Map<string, Promise<unknown>>;
}

export function rememberRefusals(now: () => Temporal.Instant): Refusals {
  const guilds = new Map<string, OfGuild>();

  function ofGuild(guildId: string): OfGuild {
    const known = guilds.get(guildId) ?? { refused: new Map(), turns: new Map() };
    guilds.set(guildId, known);
    return known;
  }

  async function check<R extends SendResult | { readonly kind: 'ready' }>(
    guildId: string,
    what: string,
    ask: () => Promise<R>,
  ): Promise<R | SendResult> {
    const { refused } = ofGuild(guildId);
    const last = refused.get(what);
    if (last && Temporal.Instant.compare(now(), last.until) < 0) return anew(last, now());
    const result = await ask().catch((error: unknown) => resultOf(error));
    const lasts = memoryOf(result);
    if (!lasts || result.kind === 'ready') return result;
    // A refusal into the map it was asked with: what changed meanwhile has thrown that one away. A wait lasts.
    const kept = result.kind === 'transient' ? ofGuild(guildId).refused : refused;
    kept.set(what, { result, until: now().add(lasts) });
    return result;
  }

  return {
    async unlessForbidden(guildId, what, ask) {
      const { turns } = ofGuild(guildId);
      const result = (turns.get(what) ?? Promise.resolve()).then(() => check(guildId, what, ask));
      const turn = result.catch(() => {});
      turns.set(what, turn);
      try {
        return await result;
      } finally {
        if (turns.get(what) === turn) turns.delete(what);
      }
    },
    forget(guildId) {
      const known = guilds.get(guildId);
      const lasting = [...(known?.refused ?? [])].filter(([, { result }]) => result.kind === 'transient');
      if (known) guilds.set(guildId, { ...known, refused: new Map(lasting) });
    },
  };
}

function memoryOf(result: SendResult | { readonly kind: 'ready' }): Temporal.Duration | undefined {
  if (result.kind === 'blocked') return memory;
  return result.kind === 'transient' ? result.retryAfter : undefined;
}

/** Of a wait, what is left of it. */
function anew({ result, until }: Refused, now: Temporal.Instant): SendResult {
  return result.kind === 'transient' ? { ...result, retryAfter: now.until(until) } : result;
}
