/** Takes the port before anything else is started, and says what a person can do if that fails. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface GateOptions {
  /** 0 takes any free one. */
  readonly port: number;
  /** Where others reach the server; who has none is reached from this computer only. */
  readonly publicUrl?: string | undefined;
  /** Take any other port rather than fail. */
  readonly anyPort?: boolean;
}

export interface Gate {
  /** At this computer. */
  readonly url: string;
  /** Whoever comes before this is asked to come again. */
  open(listener: RequestListener): void;
  /** Lets what is being answered finish. */
  close(): Promise<void>;
}

/** Nobody holds a connection for long: what is asked here fits into one short request. */
const limits = {
  maxHeaderSize: 8_192,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
};
const mostConnections = 1_000;
const graceAtClosing = 3_000;

export async function openGate({ port, publicUrl, anyPort = false }: GateOptions): Promise<Gate> {
  const server = createServer(limits, notYet);
  server.maxConnections = mostConnections;
  server.on('request', (_request, response) =>
    response.once('close', () => {
      // Kept alive, the connection would hold up the closing that waited for this answer.
      if (!server.listening) server.closeIdleConnections();
    }),
  );
  const host = hostFor(publicUrl);
  await listen(server, port, host).catch(fault =>
    anyPort && fault.code === 'EADDRINUSE' ? listen(server, 0, host) : Promise.reject(fault),
  );
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${taken}`,
    open: listener => void server.off('request', notYet).on('request', listener),
    close: () => closed(server),
  };
}

/** Undefined: all addresses of this computer. */
export function hostFor(publicUrl: string | undefined): string | undefined {
  const name = publicUrl && new URL(publicUrl).hostname;
  return !name || /^(127[.][\d.]+$|localhost$|\[::1\]$)/.test(name) ? '127.0.0.1' : undefined;
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (fault: NodeJS.ErrnoException) => reject(explained(fault, port));
    server.once('error', refused).listen({ port, host }, () => {
      server.off('error', refused);
      resolve();
    });
  });
}

const notYet: RequestListener = (_request, response) => {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '5' });
  response.end('Cairn is starting. Ask again in a few seconds.\n');
};

function closed(server: Server): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceAtClosing);
  return new Promise(resolve => {
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
  });
}

/** Number 69 is sysexits' EX_UNAVAILABLE. */
function explained(fault: NodeJS.ErrnoException, port: number): Error {
  const remedy = 'set PORT to another port, or to 0 for any free one.';
  const sentence =
    fault.code === 'EADDRINUSE'
      ? `Port ${port} is taken: another program uses it, perhaps another Cairn. Stop that one, or ${remedy}`
      : fault.code === 'EACCES'
        ? `Port ${port} is only for privileged programs. S${remedy.slice(1)}`
        : `The web server can't listen on port ${port}: ${fault.message}. S${remedy.slice(1)}`;
  return Object.assign(new Error(sentence, { cause: fault }), { exitCode: 69, code: fault.code });
}
