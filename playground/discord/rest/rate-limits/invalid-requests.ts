/** Answers of 401, 403 and 429 per address: 10,000 of them within ten minutes, and Cloudflare lets nothing through. */
import type { RestResponse } from '../exchange.ts';

export interface InvalidRequests {
  /** Of all time. */
  readonly count: number;
  /** Until when nothing is let through, in epoch milliseconds of the clock. */
  readonly bannedUntil: number | undefined;
  /** The answer while the address is banned. */
  refusal(): RestResponse | undefined;
  /** Of what was answered; 429 of shared limits do not count. */
  add(response: RestResponse): void;
}

const window = 10 * 60_000;
/** Observed. */
const banLasts = 60 * 60_000;

export function createInvalidRequests(options: { readonly most: number; readonly now: () => number }): InvalidRequests {
  const { most, now } = options;
  let count = 0;
  let inWindow = 0;
  let windowStart = Number.NEGATIVE_INFINITY;
  let bannedUntil: number | undefined;

  const ban = () => {
    if (bannedUntil !== undefined && bannedUntil <= now()) bannedUntil = undefined;
    return bannedUntil;
  };

  return {
    get count() {
      return count;
    },
    get bannedUntil() {
      return ban();
    },
    refusal() {
      const until = ban();
      if (until === undefined) return undefined;
      const headers = { 'retry-after': String(Math.ceil((until - now()) / 1000)) };
      return { status: 429, raw: { type: 'text/plain; charset=UTF-8', text: 'error code: 1015' }, headers };
    },
    add({ status, headers }) {
      if (status !== 401 && status !== 403 && status !== 429) return;
      if (status === 429 && headers?.['x-ratelimit-scope'] === 'shared') return;
      count += 1;
      // A clock can be moved back as well.
      if (Math.abs(now() - windowStart) >= window) [windowStart, inWindow] = [now(), 0];
      inWindow += 1;
      if (inWindow >= most && ban() === undefined) bannedUntil = now() + banLasts;
    },
  };
}
