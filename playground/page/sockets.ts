/** The page's WebSockets: each by its path, for the playground's own page alone. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Doorkeeper } from './guard.ts';

/** Takes in one open page, or nothing where the address names nobody. */
export type Greeting = (url: URL) => ((page: WebSocket) => void) | undefined;

export interface Sockets {
  close(): void;
}

export function openSockets(
  server: Server,
  doorkeeper: Doorkeeper,
  greetings: Readonly<Record<string, Greeting>>,
): Sockets {
  // Pages only listen: whoever sends more than a few bytes is none of ours.
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024 });
  server.on('upgrade', (request, socket, head) => {
    const url = URL.parse(request.url ?? '/', 'http://page');
    const refused = doorkeeper.refuse(request.headers.host, request.headers.origin);
    const greet = url && !refused ? greetings[url.pathname]?.(url) : undefined;
    if (!greet) {
      socket.end(`HTTP/1.1 ${refused ? '403 Forbidden' : '404 Not Found'}\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, page => {
      page.on('error', () => page.terminate());
      greet(page);
    });
  });
  return {
    close() {
      for (const page of sockets.clients) page.terminate();
      sockets.close();
    },
  };
}
