/** One WebSocket, by Discord's protocol: HELLO, IDENTIFY or RESUME, heartbeats, and close codes for mistakes. */
import type { WebSocket } from 'ws';
import { refusedIntents } from './intents.ts';
import type { Session } from './session.ts';

export const Op = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalidSession: 9,
  hello: 10,
  ack: 11,
} as const;

export interface Identify {
  readonly token: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
}

/** What a connection needs of the gateway around it. */
export interface Sessions {
  readonly heartbeatInterval: number;
  /** Makes a session and sends READY and the guilds. */
  open(identify: Identify, send: (text: string) => void): Session;
  /** Undefined when there is nothing to resume. */
  resume(token: string, sessionId: string, sequence: number, send: (text: string) => void): Session | undefined;
  /** The connection is gone; `lasting` says whether the session may be resumed. */
  left(session: Session, lasting: boolean): void;
  /** Granted privileged intents of the token's application; undefined for a wrong token. */
  granted(token: string): number | undefined;
  violate(where: string, problem: string): void;
}

type Close = readonly [code: number, reason: string];

const maxBytes = 4096;
const maxEventsPerMinute = 120;

export function serve(socket: WebSocket, sessions: Sessions): void {
  let session: Session | undefined;
  let windowStart = performance.now();
  let events = 0;

  const send = (text: string) => {
    if (socket.readyState === socket.OPEN) socket.send(text);
  };
  const sendOp = (op: number, d: unknown) => send(JSON.stringify({ op, d, s: null, t: null }));

  socket.on('message', (raw: Buffer) => {
    const refused = take(raw);
    if (refused !== undefined) socket.close(refused[0], refused[1]);
  });
  socket.on('close', code => {
    // A bot that says goodbye does not come back to this session.
    if (session?.send === send) sessions.left(session, code !== 1000 && code !== 1001);
  });
  sendOp(Op.hello, { heartbeat_interval: sessions.heartbeatInterval, _trace: ['local'] });

  /** A session that was declared invalid no longer speaks here. */
  const isAuthenticated = () => session?.send === send;

  function take(raw: Buffer): Close | undefined {
    if (raw.byteLength > maxBytes) return [4002, 'Payload too large.'];
    if (tooMany()) return [4008, 'You are being rate limited.'];
    const message = parse(raw.toString());
    if (message === undefined) return [4002, 'Error while decoding payload.'];
    return receive(message.op, message.d);
  }

  function tooMany(): boolean {
    const now = performance.now();
    if (now - windowStart > 60_000) [windowStart, events] = [now, 0];
    events += 1;
    return events > maxEventsPerMinute;
  }

  function receive(op: unknown, data: unknown): Close | undefined {
    const fields = (data ?? {}) as Readonly<Record<string, unknown>>;
    switch (op) {
      case Op.heartbeat:
        sendOp(Op.ack, null);
        return undefined;
      case Op.identify:
        return identify(fields);
      case Op.resume:
        return resume(fields);
      case Op.presence:
        return session === undefined ? [4003, 'Not authenticated.'] : undefined;
      default:
        sessions.violate(`opcode ${String(op)}`, 'this opcode is not modelled by the local Discord');
        return [4001, 'Unknown opcode.'];
    }
  }

  function identify({ token, intents, shard = [0, 1] }: Readonly<Record<string, unknown>>): Close | undefined {
    if (isAuthenticated()) return [4005, 'Already authenticated.'];
    const granted = sessions.granted(String(token));
    if (granted === undefined) return [4004, 'Authentication failed.'];
    const refused = refusedIntents(intents, granted);
    if (refused !== undefined) return [refused, refused === 4013 ? 'Invalid intent(s).' : 'Disallowed intent(s).'];
    const [index, count] = shard as readonly [number, number];
    if (!(Number.isInteger(index) && Number.isInteger(count) && index >= 0 && index < count))
      return [4010, 'Invalid shard.'];
    session = sessions.open({ token: String(token), intents: intents as number, shard: [index, count] }, send);
    return undefined;
  }

  function resume(data: Readonly<Record<string, unknown>>): Close | undefined {
    if (isAuthenticated()) return [4005, 'Already authenticated.'];
    const token = String(data.token);
    if (sessions.granted(token) === undefined) return [4004, 'Authentication failed.'];
    session = sessions.resume(token, String(data.session_id), Number(data.seq), send);
    if (session === undefined) sendOp(Op.invalidSession, false);
    return undefined;
  }
}

function parse(text: string): { readonly op: unknown; readonly d?: unknown } | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && 'op' in message ? message : undefined;
  } catch {
    return undefined;
  }
}
