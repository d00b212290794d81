/** What an error of the REST client means for an effect. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import type { SendResult } from '../../domain/delivery.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';

/** What the request was about, for the errors that only its sender can explain. */
export interface About {
  /** What to repair when Discord says that we may not. */
  readonly forbidden?: OrganiserProblem;
}

/** Nothing was done and nothing will be, however late the answer. */
export function isRefusal(error: unknown): error is DiscordAPIError {
  return error instanceof DiscordAPIError && error.status >= 400 && error.status < 500 && error.status !== 408;
}

export function hasCode(error: unknown, ...codes: readonly number[]): boolean {
  return error instanceof DiscordAPIError && codes.includes(Number(error.code));
}

/** Errors that are not Discord's or the network's are mistakes of ours, and thrown on. */
export function resultOf(error: unknown, about: About = {}): SendResult {
  if (error instanceof RateLimitError) {
    return { kind: 'transient', reason: 'rate limit', retryAfter: milliseconds(error.retryAfter) };
  }
  if (error instanceof HTTPError) return { kind: 'transient', reason: `Discord answers ${error.status}` };
  if (error instanceof DiscordAPIError) return byCode[Number(error.code)]?.(error, about) ?? byStatus(error, about);
  const reason = passingFault(error);
  if (reason === undefined) throw error;
  return { kind: 'transient', reason };
}

const milliseconds = (n: number) => Temporal.Duration.from({ milliseconds: Math.ceil(n) });

type Reading = (error: DiscordAPIError, about: About) => SendResult;

const gone: Reading = () => ({ kind: 'gone' });
const later: Reading = error => ({ kind: 'transient', reason: error.message, retryAfter: milliseconds(30_000) });
const unreachable: Reading = () => ({ kind: 'deferred', reason: 'the server cannot be reached' });
const refused: Reading = error => ({ kind: 'refused', reason: `Discord refuses it (${error.code}): ${error.message}` });
const blockedBy = (problem: OrganiserProblem) => (): SendResult => ({ kind: 'blocked', problem });
const forbidden: Reading = (error, about) =>
  about.forbidden ? { kind: 'blocked', problem: about.forbidden } : refused(error, about);

const byCode: Readonly<Record<number, Reading>> = {
  10004: unreachable,
  10007: gone,
  10013: gone,
  20028: later,
  20029: later,
  30005: blockedBy({ kind: 'role-limit' }),
  30013: blockedBy({ kind: 'channel-limit' }),
  30038: blockedBy({ kind: 'event-limit' }),
  40062: later,
  50001: (error, about) => (about.forbidden ? forbidden : unreachable)(error, about),
  50013: forbidden,
  50028: forbidden,
  60003: blockedBy({ kind: 'two-factor' }),
  130000: later,
};

function byStatus(error: DiscordAPIError, about: About): SendResult {
  if (error.status === 403) return forbidden(error, about);
  // A refused token stops the whole bot; this effect only waits for the next one.
  if (error.status === 401 || error.status === 408 || error.status === 429) return later(error, about);
  return refused(error, about);
}

/** The client has forgotten its token after a 401. */
const noToken = 'Expected token to be set';
const passingCodes = /^(UND_ERR|ECONN|ENOTFOUND|EAI_|EPIPE|ETIMEDOUT|EHOST|ENET|ERR_SSL|ERR_TLS|CERT_)/;

function passingFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'Discord does not answer';
  // An answer cut off in the middle.
  if (error instanceof SyntaxError) return 'Discord gave half an answer';
  if (error.message.startsWith(noToken)) return 'the bot is not logged in';
  const code = 'code' in error ? String(error.code) : '';
  return passingCodes.test(code) ? `Discord cannot be reached (${code})` : undefined;
}
