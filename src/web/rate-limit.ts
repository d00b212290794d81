/** How often one client may ask: a bucket that fills again as time passes. Memory is bounded whoever asks. */

export interface RateLimitOptions {
  readonly now: () => Temporal.Instant;
  /** Requests that may come at once. */
  readonly burst: number;
  readonly perSecond: number;
  /** Clients that are remembered; the one not heard of for longest is forgotten first. */
  readonly clients: number;
}

interface Bucket {
  readonly left: number;
  readonly at: number;
}

export interface RateLimit {
  /** Seconds to wait; 0 lets the request in. */
  waitFor(client: string): number;
  readonly size: number;
}

export function createRateLimit({ now, burst, perSecond, clients }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, Bucket>();
  return {
    waitFor(client) {
      const at = now().epochMilliseconds / 1_000;
      const before = buckets.get(client) ?? { left: burst, at };
      // A clock set back gives nothing and takes nothing.
      const left = Math.min(burst, before.left + Math.max(0, at - before.at) * perSecond);
      const isIn = left >= 1;
      // Deleted first, so that it stands last: the oldest is always the first.
      buckets.delete(client);
      buckets.set(client, { left: isIn ? left - 1 : left, at });
      const [oldest] = buckets.keys();
      if (buckets.size > clients && oldest !== undefined) buckets.delete(oldest);
      return isIn ? 0 : Math.ceil((1 - left) / perSecond);
    },
    get size() {
      return buckets.size;
    },
  };
}
