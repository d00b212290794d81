/** Remembers what Discord has just forbidden, so that hundreds of members who wait for it cost one refusal, not hundreds. */
import type { SendResult } from '../../domain/delivery.ts';

export interface Refusals {
  /** Runs `ask`, unless the same was forbidden a moment ago and nothing changed since. One at a time for each `what`. */
  unlessForbidden<R extends SendResult | { readonly kind: 'ready' }>(
    guildId: string,
    what: string,
    ask: () => Promise<R>,
  ): Promise<R | Blocked>;
  /** Something changed on the server. */
  forget(guildId: string): void;
}

type Blocked = Extract<SendResult, { kind: 'blocked' }>;

/** Long enough for all who wait to be answered, short enough for a repair that no event shows. */
const memory = Temporal.Duration.from({ seconds: 15 });

interface Forbidden {
  readonly result: Blocked;
  readonly until: Temporal.Instant;
}

interface OfGuild {
  readonly forbidden: Map<string, Forbidden>;
  readonly turns: Map<string, Promise<unknown>>;
}

export function rememberRefusals(now: () => Temporal.Instant): Refusals {
  const guilds = new Map<string, OfGuild>();

  function ofGuild(guildId: string): OfGuild {
    const known = guilds.get(guildId) ?? { forbidden: new Map(), turns: new Map() };
    guilds.set(guildId, known);
    return known;
  }

  async function check<R extends { readonly kind: string }>(
    guildId: string,
    what: string,
    ask: () => Promise<R>,
  ): Promise<R | Blocked> {
    const { forbidden } = ofGuild(guildId);
    const last = forbidden.get(what);
    if (last && Temporal.Instant.compare(now(), last.until) < 0) return last.result;
    const result = await ask();
    // Into the map it was asked with: what changed meanwhile has thrown that one away.
    if (isBlocked(result)) forbidden.set(what, { result, until: now().add(memory) });
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
      if (known) guilds.set(guildId, { ...known, forbidden: new Map() });
    },
  };
}

function isBlocked(result: { readonly kind: string }): result is Blocked {
  return result.kind === 'blocked';
}
