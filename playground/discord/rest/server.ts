/** The HTTP side: reads requests, writes answers, and nothing else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { refusals } from '../errors.ts';
import type { RestRequest, RestResponse } from './exchange.ts';
import { isMultipart, readMultipart } from './files/multipart.ts';

export interface RestServer {
  readonly http: Server;
  /** Requests being read or served. */
  readonly inFlight: number;
}

const base = '/api/v10';
const invalidVersion = { message: refusals.invalidApiVersion[2], code: refusals.invalidApiVersion[1] };

/** `other` serves what is not the REST API. `now` in epoch milliseconds. */
export function createRestServer(
  pipeline: (request: RestRequest) => RestResponse,
  other: (request: IncomingMessage, response: ServerResponse) => void,
  onFault: (error: unknown, request: RestRequest) => void,
  now: () => number,
): RestServer {
  let inFlight = 0;
  const http = createServer((request, response) => {
    response.setHeader('date', dateAt(now()));
    const url = request.url ?? '/';
    if (!url.startsWith(`${base}/`)) {
      if (url.startsWith('/api/')) send(response, { status: 400, json: invalidVersion });
      else other(request, response);
      return;
    }
    inFlight += 1;
    let open = true;
    const finished = () => {
      if (open) inFlight -= 1;
      open = false;
    };
    request.once('close', finished);
    read(request, (text, upload) => {
      const call = { ...describe(request, url, text), upload };
      try {
        const answer = pipeline(call);
        if (answer.until === undefined) send(response, answer);
        else void answer.until.then(() => send(response, answer));
      } catch (error) {
        onFault(error, call);
        send(response, { status: 500, json: { message: '500: Internal Server Error', code: 0 } });
      }
      finished();
    });
  });
  http.keepAliveTimeout = 60_000;
  return {
    http,
    get inFlight() {
      return inFlight;
    },
  };
}

function read(request: IncomingMessage, then: (text: string, upload?: RestRequest['upload']) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const [first] = chunks;
    const contentType = request.headers['content-type'];
    if (contentType !== undefined && isMultipart(contentType)) {
      void readMultipart(Buffer.concat(chunks), contentType).then(form => then(form?.text ?? '', form ?? 'unreadable'));
      return;
    }
    then(chunks.length === 1 && first !== undefined ? first.toString() : Buffer.concat(chunks).toString());
  });
}

const noQuery = new URLSearchParams();

function describe({ method = 'GET', headers }: IncomingMessage, url: string, text: string): RestRequest {
  const mark = url.indexOf('?');
  const reason = headers['x-audit-log-reason'];
  return {
    method,
    path: url.slice(base.length, mark === -1 ? undefined : mark),
    query: mark === -1 ? noQuery : new URLSearchParams(url.slice(mark + 1)),
    authorization: headers.authorization,
    reason: typeof reason === 'string' ? decoded(reason) : undefined,
    contentType: headers['content-type'],
    text,
  };
}

/** Bots learn Discord's time from it. Worded once a second. */
let worded: { second: number; text: string } | undefined;
function dateAt(millis: number): string {
  const second = Math.floor(millis / 1000);
  if (worded?.second !== second) worded = { second, text: new Date(millis).toUTCString() };
  return worded.text;
}

/** As it came, where it is not properly encoded. */
function decoded(header: string): string {
  try {
    return decodeURIComponent(header);
  } catch {
    return header;
  }
}

function send(response: ServerResponse, { status, json, raw, headers, transport }: RestResponse): void {
  if (transport === 'hang') return;
  if (transport === 'drop') {
    response.socket?.destroy();
    return;
  }
  if (json === undefined && raw === undefined) {
    response.writeHead(status, headers).end();
    return;
  }
  const { type, text } = raw ?? { type: 'application/json', text: JSON.stringify(json) };
  response.writeHead(status, { ...headers, 'content-type': type, 'content-length': Buffer.byteLength(text) }).end(text);
}
