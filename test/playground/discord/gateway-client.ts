/** A client of the gateway that does only what a test tells it to. */
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Community } from './community.ts';

export interface GatewayMessage {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into all kinds of payloads
  readonly d: any;
}

export interface GatewayClient {
  /** Everything that came so far. */
  readonly messages: readonly GatewayMessage[];
  readonly closed: Promise<number>;
  /** Resolves with the oldest message not yet taken that matches. */
  take(wanted: string | number): Promise<GatewayMessage>;
  send(payload: unknown): void;
  identify(fields?: object): void;
  close(code?: number): void;
}

export interface Connect {
  /** After the version, as `&compress=zlib-stream`. */
  readonly query?: string;
  readonly version?: string;
  /** Turns a frame into text; by default it is text already. */
  readonly decode?: (frame: Buffer) => Promise<string>;
  /** The test is about violations; otherwise it fails if there were any. */
  readonly violating?: true;
}

const asText = async (frame: Buffer) => frame.toString();

export function connect(
  { discord, bot }: Pick<Community, 'discord' | 'bot'>,
  { query = '', version = 'v=10&encoding=json', decode = asText, violating }: Connect = {},
): GatewayClient {
  const url = discord.url.replace('http', 'ws').replace('/api', '/gateway/');
  const socket = new WebSocket(`${url}?${version}${query}`);
  const messages: GatewayMessage[] = [];
  const taken = new Set<GatewayMessage>();
  let wake = Promise.withResolvers<void>();
  let decoding: Promise<unknown> = Promise.resolve();
  socket.on('message', (frame: Buffer) => {
    decoding = decoding.then(async () => {
      messages.push(JSON.parse(await decode(frame)));
      wake.resolve();
      wake = Promise.withResolvers();
    });
  });
  const opened = new Promise<void>(resolve => socket.on('open', () => resolve()));
  const send = (payload: unknown) => void opened.then(() => socket.send(JSON.stringify(payload)));
  onTestFinished(() => {
    socket.terminate();
    if (violating !== true) discord.assertNoViolations();
  });
  return {
    messages,
    closed: new Promise(resolve => socket.on('close', code => resolve(code))),
    async take(wanted) {
      for (;;) {
        const found = messages.find(
          message => !taken.has(message) && (typeof wanted === 'string' ? message.t : message.op) === wanted,
        );
        if (found === undefined) await wake.promise;
        else {
          taken.add(found);
          return found;
        }
      }
    },
    send,
    identify: fields => send({ op: 2, d: { token: bot.token, intents: 1, properties: {}, ...fields } }),
    close: code => socket.close(code),
  };
}
