/** Requests that are not answered: those that bring something, and too many of one client. */
import type { HttpBindings } from '@hono/node-server';
import type { MiddlewareHandler } from 'hono';
import { clientAddress, clientGroup } from '../client-address.ts';
import type { RateLimit } from '../rate-limit.ts';

export interface Seen {
  Bindings: HttpBindings;
}

/** Nothing can be changed here, so nothing that is sent is read: the connection ends with the answer. */
export const onlyReading: MiddlewareHandler<Seen> = async (context, next) => {
  const { method } = context.req;
  if (method !== 'GET' && method !== 'HEAD') {
    return context.text('Only GET and HEAD are answered here.\n', 405, { allow: 'GET, HEAD', connection: 'close' });
  }
  const length = context.req.header('content-length');
  if ((length !== undefined && length !== '0') || context.req.header('transfer-encoding')) {
    return context.text('Ask without a body: nothing is taken here.\n', 413, { connection: 'close' });
  }
  return next();
};

export function gatekeeper(limit: RateLimit): MiddlewareHandler<Seen> {
  return async (context, next) => {
    const peer = context.env.incoming.socket.remoteAddress;
    const wait = limit.waitFor(clientGroup(clientAddress(peer, context.req.header('x-forwarded-for'))));
    if (wait === 0) return next();
    const when = wait === 1 ? 'in a second' : `in ${wait} seconds`;
    return context.text(`Too many requests came from your address. Ask again ${when}.\n`, 429, {
      'retry-after': String(wait),
    });
  };
}
