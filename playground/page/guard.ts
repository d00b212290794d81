/** Keeps other websites away from the page's server: a browser may reach it only under its own loopback address. */
import type { MiddlewareHandler } from 'hono';

/** The addresses a browser may use; anything else means that a foreign name was pointed at this computer. */
export interface Doorkeeper {
  /** What is wrong with a request, as a sentence; undefined lets it in. */
  refuse(host: string | undefined, origin: string | undefined): string | undefined;
}

export function createDoorkeeper(port: number): Doorkeeper {
  const hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  return {
    refuse(host, origin) {
      if (host === undefined || !hosts.has(host.toLowerCase())) {
        return `The playground answers only at http://127.0.0.1:${port}. Open that address instead.`;
      }
      // A page of another site may send requests here, but the browser names that site.
      if (origin !== undefined && origin !== `http://${host.toLowerCase()}`) {
        return `Only the playground's own page may use it, at http://127.0.0.1:${port}.`;
      }
      return undefined;
    },
  };
}

/** Headers of every answer: no scripts, styles or images but our own, and pictures of the local Discord. */
export function ownHeaders(pictures: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      `img-src 'self' data: blob: ${pictures}`,
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  };
}

export function guard(doorkeeper: Doorkeeper, headers: Readonly<Record<string, string>>): MiddlewareHandler {
  return async (context, next) => {
    const refusal = doorkeeper.refuse(context.req.header('host'), context.req.header('origin'));
    if (refusal) return context.json({ error: refusal }, 403);
    const sendsData = !['GET', 'HEAD'].includes(context.req.method);
    // A form of another site can't set these types without asking first, which is never granted.
    if (sendsData && !/^application\/(json|octet-stream)\b/i.test(context.req.header('content-type') ?? '')) {
      return context.json({ error: 'Send JSON, with the header content-type: application/json.' }, 415);
    }
    await next();
    for (const [name, value] of Object.entries(headers)) context.res.headers.set(name, value);
    return undefined;
  };
}
