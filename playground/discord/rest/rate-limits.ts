/** Discord's rate limits: buckets per route and resource, 50 a second over all, and who did not wait. In real time. */
import { createHash } from 'node:crypto';
import type { Route } from './route.ts';

export interface Limited {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request must not be served. */
  readonly refusal: { readonly message: string; readonly retry_after: number; readonly global: boolean } | undefined;
}

export interface RateLimiter {
  /** Counts the request. */
  take(route: Route, params: Readonly<Record<string, string>>, applicationId: string | undefined): Limited;
  /** A 429 that was scripted: until then, further requests are early. */
  block(
    route: Route,
    params: Readonly<Record<string, string>>,
    applicationId: string | undefined,
    seconds: number,
  ): void;
  /** Requests that came although a 429 had told to wait. */
  readonly early: number;
}

interface Window {
  used: number;
  endsAt: number;
  /** When a 429 was first answered in this window, and until when it told to wait. */
  refusedAt: number | undefined;
  blockedUntil: number;
}

/** Requests already on their way when the 429 left are not early. */
const onTheWay = 100;
const keepWindows = 10_000;

export function createRateLimiter(options: {
  readonly enforce: boolean;
  readonly globalPerSecond: number;
  readonly onEarly: (where: string) => void;
}): RateLimiter {
  const windows = new Map<string, Window>();
  const hashes = new Map<Route, string>();
  let early = 0;

  const windowOf = (key: string, seconds: number, now: number): Window => {
    const known = windows.get(key);
    if (known !== undefined && (known.endsAt > now || known.blockedUntil > now)) return known;
    if (windows.size > keepWindows) for (const [old, { endsAt }] of windows) if (endsAt <= now) windows.delete(old);
    const fresh = { used: 0, endsAt: now + seconds * 1000, refusedAt: undefined, blockedUntil: 0 };
    windows.set(key, fresh);
    return fresh;
  };

  const refuse = (window: Window, now: number, where: string): number => {
    const until = Math.max(window.endsAt, window.blockedUntil);
    if (window.refusedAt !== undefined && now - window.refusedAt > onTheWay) {
      early += 1;
      options.onEarly(where);
    }
    window.refusedAt ??= now;
    return Math.ceil(until - now) / 1000;
  };

  const bucketOf = (route: Route) => {
    const known = hashes.get(route);
    if (known !== undefined) return known;
    const hash = createHash('md5').update(`${route.method} ${route.path}`).digest('hex');
    hashes.set(route, hash);
    return hash;
  };

  return {
    get early() {
      return early;
    },
    block(route, params, applicationId, seconds) {
      const now = performance.now();
      const window = windowOf(keyOf(route, params, applicationId), route.limit?.seconds ?? 1, now);
      window.refusedAt = now;
      window.blockedUntil = now + seconds * 1000;
    },
    take(route, params, applicationId) {
      const now = performance.now();
      const where = `${route.method} ${route.path}`;
      if (route.auth !== 'token') {
        const all = windowOf(`global ${applicationId}`, 1, now);
        all.used += 1;
        if (options.enforce && all.used > options.globalPerSecond) {
          const wait = refuse(all, now, where);
          return {
            headers: { 'retry-after': String(wait), 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' },
            refusal: { message: 'You are being rate limited.', retry_after: wait, global: true },
          };
        }
      }
      const key = keyOf(route, params, applicationId);
      const limit = route.limit ?? (windows.has(key) ? { requests: Number.POSITIVE_INFINITY, seconds: 1 } : undefined);
      if (limit === undefined) return unlimited;
      const window = windowOf(key, limit.seconds, now);
      window.used += 1;
      const full = options.enforce && window.used > limit.requests;
      const wait = full || window.blockedUntil > now ? refuse(window, now, where) : undefined;
      const resetAfter = Math.ceil(Math.max(window.endsAt, window.blockedUntil) - now) / 1000;
      const headers = {
        'x-ratelimit-limit': String(limit.requests),
        'x-ratelimit-remaining': String(Math.max(0, limit.requests - window.used)),
        'x-ratelimit-reset': (Date.now() / 1000 + resetAfter).toFixed(3),
        'x-ratelimit-reset-after': resetAfter.toFixed(3),
        'x-ratelimit-bucket': bucketOf(route),
      };
      if (wait === undefined) return { headers, refusal: undefined };
      return {
        headers: { ...headers, 'retry-after': String(wait), 'x-ratelimit-scope': 'user' },
        refusal: { message: 'You are being rate limited.', retry_after: wait, global: false },
      };
    },
  };
}

const unlimited: Limited = { headers: {}, refusal: undefined };

/** A bucket belongs to a bot, a route and the guild, channel or webhook in its path. */
function keyOf(route: Route, params: Readonly<Record<string, string>>, applicationId: string | undefined): string {
  const resource = params.token ?? params.channel ?? params.guild ?? '';
  return `${applicationId} ${route.method} ${route.path} ${resource}`;
}
