/** How much a page may send at once: little, except for files. */
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

const upTo = (maxSize: number, inWords: string) =>
  bodyLimit({
    maxSize,
    // The rest of the body is never read, so the connection can't be used again.
    onError: context =>
      context.json({ error: `This is too much at once: ${inWords} are the limit.` }, 413, { connection: 'close' }),
  });

const ordinary = upTo(256 * 1024, '256 KiB');
/** As Discord's for members without a subscription. */
const files = upTo(10 * 1024 * 1024, '10 MiB');

export const sizeLimit: MiddlewareHandler = (context, next) =>
  (context.req.path.endsWith('/uploads') ? files : ordinary)(context, next);
