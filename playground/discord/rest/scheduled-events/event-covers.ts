/** Serves the cover pictures of scheduled events, under the path they have on Discord's CDN and in the format they came in. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { CoverRecord } from '../../state/scheduled-events/scheduled-event-record.ts';
import type { World } from '../../state/world.ts';

const address = /^\/guild-events\/(\d+)\/([0-9a-f]{32})\.(?:png|jpg|jpeg|webp)(?:\?|$)/;

export const isCoverAddress = (url: string | undefined) => url?.startsWith('/guild-events/') === true;

export function serveCover(world: World, request: IncomingMessage, response: ServerResponse): void {
  const [, eventId, hash] = address.exec(request.url ?? '') ?? [];
  const cover = request.method === 'GET' ? coverOf(world, eventId ?? '') : undefined;
  if (cover === undefined || cover.hash !== hash) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such picture.');
    return;
  }
  response
    .writeHead(200, {
      'content-type': cover.type,
      'content-length': cover.bytes.byteLength,
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
    })
    .end(cover.bytes);
}

function coverOf(world: World, eventId: string): CoverRecord | undefined {
  for (const guild of world.guilds.values()) {
    const event = guild.scheduledEvents.get(eventId);
    if (event !== undefined) return event.cover ?? undefined;
  }
  return undefined;
}
