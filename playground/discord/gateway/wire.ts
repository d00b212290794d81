/** How text reaches a socket: as it is, each payload compressed by itself, or all in one compressed stream. */
import type { Duplex } from 'node:stream';
import { constants, createDeflate, createZstdCompress, deflateSync } from 'node:zlib';
import type { WebSocket } from 'ws';

export type Compression = 'zlib-stream' | 'zstd-stream';

export const isCompression = (name: string): name is Compression => name === 'zlib-stream' || name === 'zstd-stream';

export interface Wire {
  send(text: string): void;
  /** IDENTIFY asked for it. A compressed stream stays as it is. */
  compressPayloads(): void;
  /** Tells the bot to go. */
  end(code: number, reason: string): void;
  /** The socket is closed. */
  close(): void;
}

/** `stream` is what the socket writes to: what is sent in one turn of the event loop leaves in one write. */
export function createWire(socket: WebSocket, stream: Duplex, compression: Compression | undefined): Wire {
  let corked = false;
  const put = (data: string | Uint8Array) => {
    if (socket.readyState !== socket.OPEN) return;
    if (!corked) {
      corked = true;
      stream.cork();
      setImmediate(() => {
        corked = false;
        stream.uncork();
      });
    }
    socket.send(data);
  };
  const end = (code: number, reason: string) => socket.close(code, reason);
  if (compression !== undefined) return { ...streaming(compression, put), end };
  let compress = false;
  return {
    send: text => put(compress ? deflateSync(text) : text),
    compressPayloads() {
      compress = true;
    },
    end,
    close: () => undefined,
  };
}

/** One context for the whole connection; each text ends in a flush, so that the bot can read it at once. */
function streaming(compression: Compression, put: (data: Uint8Array) => void): Omit<Wire, 'end'> {
  const stream =
    compression === 'zlib-stream'
      ? createDeflate({ flush: constants.Z_SYNC_FLUSH })
      : createZstdCompress({ flush: constants.ZSTD_e_flush });
  let chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return {
    send(text) {
      stream.write(text, error => {
        if (error) return;
        put(Buffer.concat(chunks));
        chunks = [];
      });
    },
    compressPayloads: () => undefined,
    close: () => stream.destroy(),
  };
}
