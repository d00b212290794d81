/** How often a bot may start a session: so many a day, and groups of shards one after the other. */
import type { World } from '../state/world.ts';
import type { GatewayRules } from '../surface/gateway.ts';

const day = 24 * 60 * 60_000;

export interface SessionStarts {
  /** As GET /gateway/bot tells it. */
  limit(applicationId: string): {
    readonly total: number;
    readonly remaining: number;
    readonly reset_after: number;
    readonly max_concurrency: number;
  };
  /** Counts one, unless it comes too soon after another of its group. */
  take(applicationId: string, shardIndex: number): 'fine' | 'too-soon' | 'exhausted';
  forget(): void;
}

interface Started {
  used: number;
  /** In milliseconds of the world's clock. */
  endsAt: number;
}

export function createSessionStarts(world: World, rules: GatewayRules): SessionStarts {
  const days = new Map<string, Started>();
  const groups = new Map<string, number>();

  const today = (applicationId: string): Started => {
    const now = world.clock.millis();
    const known = days.get(applicationId);
    if (known !== undefined && now < known.endsAt && now >= known.endsAt - day) return known;
    const fresh = { used: 0, endsAt: now + day };
    days.set(applicationId, fresh);
    return fresh;
  };

  return {
    limit(applicationId) {
      const { used, endsAt } = today(applicationId);
      return {
        total: rules.sessionStarts,
        remaining: Math.max(0, rules.sessionStarts - used),
        reset_after: used === 0 ? 0 : Math.round(endsAt - world.clock.millis()),
        max_concurrency: rules.concurrency,
      };
    },
    take(applicationId, shardIndex) {
      // In real time, since the shards that wait their turn do.
      const now = performance.now();
      const group = `${applicationId} ${shardIndex % rules.concurrency}`;
      if (now - (groups.get(group) ?? Number.NEGATIVE_INFINITY) < rules.identifyEvery) return 'too-soon';
      const started = today(applicationId);
      if (started.used >= rules.sessionStarts) {
        days.delete(applicationId);
        return 'exhausted';
      }
      groups.set(group, now);
      started.used += 1;
      return 'fine';
    },
    forget() {
      days.clear();
      groups.clear();
    },
  };
}
