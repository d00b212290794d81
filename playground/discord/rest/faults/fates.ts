/** What an ordered fault makes of one request: an answer in place of the real one, or instead of its real answer. */
import type { FaultAnswer } from '../../surface/faults.ts';
import type { RestResponse } from '../exchange.ts';
import type { Asked, RateLimiter } from '../rate-limits/rate-limits.ts';
import { faultResponse } from './fault-answers.ts';
import type { Fate } from './faults.ts';

/** The answer to a request that never takes effect; undefined if it does. */
export function withoutEffect({ answer }: Fate, asked: Asked, limiter: RateLimiter): RestResponse | undefined {
  if (answer === undefined || answer === 'drop-after-effect') return undefined;
  if (answer === 'hang') return { status: 0, transport: 'hang' };
  if (answer === 'refuse') return { status: 0, transport: 'drop' };
  if ('rateLimited' in answer) return limiter.block(asked, answer);
  if (answer.afterEffect === true) return undefined;
  const seconds = secondsToWait(answer);
  if (seconds !== undefined) limiter.block(asked, { rateLimited: 'user', seconds });
  return faultResponse(answer);
}

/** What leaves after the effect. */
export function afterEffect({ answer, until }: Fate, response: RestResponse): RestResponse {
  if (answer === 'drop-after-effect') return { ...response, transport: 'drop' };
  if (typeof answer === 'object' && 'status' in answer) return faultResponse(answer);
  return until === undefined ? response : { ...response, until };
}

function secondsToWait({ status, body }: FaultAnswer): number | undefined {
  const retry = (body as { readonly retry_after?: unknown } | undefined)?.retry_after;
  return status === 429 && typeof retry === 'number' ? retry : undefined;
}
