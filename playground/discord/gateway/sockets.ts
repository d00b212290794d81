/** The WebSockets of the gateway: which are let in, and all that are open. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { type Behind, type Connection, serve } from './connection.ts';
import { createWire, isCompression, type Wire } from './wire.ts';

export interface Sockets {
  readonly connections: Iterable<Connection>;
  /** Refuses new ones. */
  refusing: boolean;
  closeAll(): void;
}

export function createSockets(http: Server, behind: Behind): Sockets {
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  const connections = new Set<Connection>();
  const sockets: Sockets = {
    connections,
    refusing: false,
    closeAll() {
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };

  http.on('upgrade', (request: IncomingMessage, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (sockets.refusing || !pathname.startsWith('/gateway')) {
      socket.destroy();
      return;
    }
    server.handleUpgrade(request, socket, head, accepted => accept(accepted, socket, searchParams));
  });
  return sockets;

  function accept(socket: WebSocket, stream: Duplex, query: URLSearchParams): void {
    const wire = wireFor(socket, stream, query);
    if (wire === undefined) return;
    const connection = serve(socket, wire, behind);
    connections.add(connection);
    socket.on('close', () => connections.delete(connection));
    // What a bot sends wrongly on the WebSocket itself is answered by a close code already.
    socket.on('error', () => undefined);
  }

  function wireFor(socket: WebSocket, stream: Duplex, query: URLSearchParams): Wire | undefined {
    const compress = query.get('compress') ?? undefined;
    if (query.get('v') !== '10') {
      socket.close(4012, 'Invalid API version.');
      return undefined;
    }
    if ((query.get('encoding') ?? 'json') !== 'json') return notModelled(socket, 'only encoding=json');
    if (compress !== undefined && !isCompression(compress))
      return notModelled(socket, 'only compress=zlib-stream and compress=zstd-stream');
    return createWire(socket, stream, compress);
  }

  function notModelled(socket: WebSocket, what: string): undefined {
    behind.violate('GET /gateway', `${what} is modelled by the local Discord`);
    socket.close(4002, 'Not modelled.');
    return undefined;
  }
}
