/** Serves uploaded files at their signed addresses, as Discord's CDN does. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { linked } from '../../state/messages/attachment-links.ts';
import type { World } from '../../state/world.ts';

/** Everything else is for saving: a page must not run what somebody uploaded. */
const shownByBrowsers = /^(?:image\/(?:png|jpeg|gif|webp)|video\/|audio\/|text\/plain)/;

export const isFileAddress = (url: string | undefined) => /^\/(?:ephemeral-)?attachments\//.test(url ?? '');

export function serveFile(world: World, request: IncomingMessage, response: ServerResponse): void {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  const attachment = reads ? linked(world, new URL(request.url ?? '/', 'http://127.0.0.1')) : undefined;
  if (attachment === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.');
    return;
  }
  const { bytes, contentType = 'application/octet-stream', filename } = attachment;
  response.writeHead(200, {
    'content-type': contentType,
    'content-length': bytes.byteLength,
    'content-disposition': `${shownByBrowsers.test(contentType) ? 'inline' : 'attachment'}; filename="${filename}"`,
    'x-content-type-options': 'nosniff',
    'access-control-allow-origin': '*',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
