/** Discord's rate limits: buckets per route and resource, 50 a second over all, and who did not wait. In real time. */
import { createHash } from 'node:crypto';
import type { RateLimited } from '../../surface/faults.ts';
import type { RestResponse } from '../exchange.ts';
import type { Call, Limit, Route } from '../route.ts';
import { createWindows, type Window } from './rate-windows.ts';

/** Whose request it is, and for which guild, channel or webhook. */
export interface Asked {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
  readonly applicationId: string | undefined;
}

interface Limited {
  readonly headers: Readonly<Record<string, string>>;
  /** Set when the request must not be served. */
  readonly refusal?: RestResponse;
}

export interface RateLimiter {
  /** Counts the request. */
  take(asked: Asked): Limited;
  /** Counts it against limits of what it changes; the headers say nothing of these. */
  takeChange(asked: Asked, call: Call, headers: Limited['headers']): RestResponse | undefined;
  /** A scripted 429. Until the time has passed, further requests are early, and refused as well. */
  block(asked: Asked, limited: RateLimited): RestResponse;
  /** Requests that came although a 429 had told to wait. */
  readonly early: number;
}

interface RateLimiterOptions {
  readonly enforce: boolean;
  readonly globalPerSecond: number;
  readonly onEarly: (where: string) => void;
  /** Discord's time in epoch milliseconds, for X-RateLimit-Reset. */
  readonly now: () => number;
}

const unlimited: Limited = { headers: {} };

export function createRateLimiter(options: RateLimiterOptions): RateLimiter {
  const windows = createWindows(options.onEarly);
  const hashes = new Map<Route, string>();

  const bucketOf = (route: Route) => {
    const known = hashes.get(route);
    if (known !== undefined) return known;
    const hash = createHash('md5').update(`${route.method} ${route.path}`).digest('hex');
    hashes.set(route, hash);
    return hash;
  };

  const headersOf = (route: Route, { requests }: Limit, window: Window) => {
    const resetAfter = window.left() / 1000;
    return {
      'x-ratelimit-limit': String(requests),
      'x-ratelimit-remaining': String(window.blocked() ? 0 : Math.max(0, requests - window.used)),
      'x-ratelimit-reset': (options.now() / 1000 + resetAfter).toFixed(3),
      'x-ratelimit-reset-after': resetAfter.toFixed(3),
      'x-ratelimit-bucket': bucketOf(route),
    };
  };

  const overall = ({ applicationId }: Asked) => windows.of(`global ${applicationId}`, 1);

  function globally(asked: Asked): RestResponse | undefined {
    // Answers to interactions are outside of it.
    if (asked.route.auth === 'token') return undefined;
    const window = overall(asked);
    window.used += 1;
    const full = options.enforce && window.used > options.globalPerSecond;
    return full || window.blocked() ? refusal(window.refuse(whereOf(asked)), 'global', {}) : undefined;
  }

  return {
    get early() {
      return windows.early;
    },
    take(asked) {
      const { route } = asked;
      const everywhere = globally(asked);
      if (everywhere !== undefined) return { headers: {}, refusal: everywhere };
      const key = keyOf(asked);
      const limit = route.limit ?? (windows.has(key) ? blockedOnly : undefined);
      if (limit === undefined) return unlimited;
      const window = windows.of(key, limit.seconds);
      window.used += 1;
      const full = options.enforce && route.limit !== undefined && window.used > limit.requests;
      const headers = headersOf(route, limit, window);
      if (!full && !window.blocked()) return { headers };
      const scope = limit.shared === true || window.shared ? 'shared' : 'user';
      return { headers, refusal: refusal(window.refuse(whereOf(asked)), scope, headers) };
    },
    takeChange(asked, call, headers) {
      if (!options.enforce || asked.route.subLimits === undefined) return undefined;
      for (const { name, requests, seconds } of asked.route.subLimits(call as Call<never>)) {
        const window = windows.of(`${keyOf(asked)} ${name}`, seconds);
        window.used += 1;
        if (window.used > requests) return refusal(window.refuse(whereOf(asked)), 'user', headers);
      }
      return undefined;
    },
    block(asked, { rateLimited: scope, seconds }) {
      const { route } = asked;
      if (scope === 'global') {
        if (route.auth !== 'token') overall(asked).block(seconds, false);
        return refusal(seconds, scope, {});
      }
      const limit = route.limit ?? { requests: 5, seconds: 1 };
      const window = windows.of(keyOf(asked), limit.seconds);
      window.block(seconds, scope === 'shared');
      return refusal(seconds, scope, headersOf(route, limit, window));
    },
  };
}

/** A route without a limit of its own that was told to be limited. */
const blockedOnly: Limit = { requests: 5, seconds: 1 };

const whereOf = ({ route }: Asked) => `${route.method} ${route.path}`;

function refusal(wait: number, scope: RateLimited['rateLimited'], headers: Limited['headers']): RestResponse {
  return {
    status: 429,
    json: { message: 'You are being rate limited.', retry_after: wait, global: scope === 'global' },
    headers: {
      ...headers,
      ...(scope === 'global' && { 'x-ratelimit-global': 'true' }),
      'x-ratelimit-scope': scope,
      // Whole seconds, as HTTP has it; the body is exact.
      'retry-after': String(Math.ceil(wait)),
    },
  };
}

/** A bucket belongs to a bot, a route and the guild, channel or webhook in its path; a shared one to all bots. */
function keyOf({ route, params, applicationId }: Asked): string {
  const resource = params.token ?? params.channel ?? params.guild ?? '';
  return `${route.limit?.shared === true ? 'all' : applicationId} ${route.method} ${route.path} ${resource}`;
}
