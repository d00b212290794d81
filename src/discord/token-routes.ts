/**
 * HTTP to the routes that an interaction's token opens. They need no bot token and share no rate limit with the rest
 * of the API, and each answer to a member passes here: through discord.js's REST it costs half as much again.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { DefaultUserAgent } from 'discord.js';
import type { InvalidRequests } from './invalid-requests.ts';
import type { Packed } from './packing.ts';

export interface TokenReply {
  /** 0: no answer came, and nobody knows whether the request took effect. */
  readonly status: number;
  /** Discord's own error code; 0 for none. */
  readonly code: number;
  /** What a 429 asks to wait, in milliseconds. */
  readonly retryAfter: number;
  /** Why a form was refused, field by field. */
  readonly errors?: unknown;
}

export interface TokenRoutes {
  /** Never throws. The path begins after the version. */
  send(method: 'POST' | 'PATCH', path: string, body: Packed): Promise<TokenReply>;
  close(): void;
}

export interface TokenRouteOptions {
  /** Without a version. */
  readonly apiUrl: string;
  /** Silence for so many milliseconds ends a request. */
  readonly timeout: number;
  readonly onDate: (date: string | undefined) => void;
  readonly invalid: InvalidRequests;
}

/** Discord stores a file before it answers. */
const patienceWithFiles = 4;
const noReply: TokenReply = { status: 0, code: 0, retryAfter: 0 };

export function createTokenRoutes({ apiUrl, timeout, onDate, invalid }: TokenRouteOptions): TokenRoutes {
  const base = new URL(`${apiUrl}/v10`);
  const secure = base.protocol === 'https:';
  const agent = secure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true });
  const request = secure ? httpsRequest : httpRequest;
  const target = { protocol: base.protocol, hostname: base.hostname, port: base.port, agent };

  return {
    send: (method, path, { type, bytes, isLarge }) =>
      new Promise(resolve => {
        const headers = {
          'Content-Type': type,
          'Content-Length': bytes.byteLength,
          'User-Agent': DefaultUserAgent,
        };
        const patience = isLarge ? timeout * patienceWithFiles : timeout;
        const sent = request(
          { ...target, timeout: patience, method, path: base.pathname + path, headers },
          response => {
            onDate(response.headers.date);
            const scope = response.headers['x-ratelimit-scope'];
            invalid.note(response.statusCode ?? 0, typeof scope === 'string' ? scope : null);
            resolve(replyOf(response));
          },
        );
        sent.on('timeout', () => sent.destroy());
        sent.on('error', () => resolve(noReply));
        sent.end(bytes);
      }),
    close: () => agent.destroy(),
  };
}

async function replyOf(response: IncomingMessage): Promise<TokenReply> {
  const status = response.statusCode ?? 0;
  if (status < 400) {
    response.resume();
    return { status, code: 0, retryAfter: 0 };
  }
  const { code, errors, retry_after } = await refusalOf(response);
  const seconds = Number(response.headers['retry-after'] ?? retry_after ?? 1);
  return { status, code: code ?? 0, retryAfter: status === 429 ? seconds * 1_000 : 0, errors };
}

interface Refusal {
  readonly code?: number;
  readonly errors?: unknown;
  readonly retry_after?: number;
}

/** A proxy in between answers with HTML, or breaks off: then the status alone speaks. */
async function refusalOf(response: IncomingMessage): Promise<Refusal> {
  try {
    const chunks = await response.toArray();
    return JSON.parse(Buffer.concat(chunks).toString()) as Refusal;
  } catch {
    return {};
  }
}
