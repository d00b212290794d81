/** Takes the page's port before anything else is started, so that a second playground can't spoil the first one's files. */
import { createServer, type Server } from 'node:http';

export interface Door {
  readonly server: Server;
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

const loopback = '127.0.0.1';
const byEnvironment = 'set PLAYGROUND_PORT to another port, or to 0 for any free one.';

/**
 * 0 takes any free port. Rejects with a sentence for the person who starts the playground; `remedy` says how another port
 * is chosen.
 */
export function openDoor(port: number, remedy = byEnvironment): Promise<Door> {
  const server = createServer();
  server.on('request', notYet);
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => reject(explained(fault, port, remedy)));
    server.listen(port, loopback, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      server.removeAllListeners('error');
      resolve({ server, port: taken, url: `http://${loopback}:${taken}`, close: () => closed(server) });
    });
  });
}

/** Lets requests through to the page from now on. */
export function openWide({ server }: Door, listener: (...args: Parameters<typeof notYet>) => unknown): void {
  server.off('request', notYet);
  server.on('request', listener);
}

/** Browsers ask again by themselves. */
function notYet(...[, response]: Parameters<Parameters<typeof createServer>[1] & object>) {
  response.writeHead(503, { 'content-type': 'text/plain; charset=utf-8', refresh: '1', 'retry-after': '1' });
  response.end('The playground is starting. This page comes by itself.');
}

function closed(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Number 69 is sysexits' EX_UNAVAILABLE. */
function explained(fault: NodeJS.ErrnoException, port: number, remedy: string): Error {
  const sentence =
    fault.code === 'EADDRINUSE'
      ? `Port ${port} is taken: another program uses it, perhaps another playground. Stop that one, or ${remedy}`
      : fault.code === 'EACCES'
        ? `Port ${port} is only for privileged programs. ${sentenceOf(remedy)}`
        : `The page can't be served on port ${port}: ${fault.message}. ${sentenceOf(remedy)}`;
  return Object.assign(new Error(sentence, { cause: fault }), { exitCode: 69 });
}

const sentenceOf = (remedy: string) => `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}`;
