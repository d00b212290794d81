/** One WebSocket, by Discord's protocol: HELLO, IDENTIFY or RESUME, heartbeats, and close codes for mistakes. */
import type { WebSocket } from 'ws';
import { type Close, Op } from './rules.ts';
import type { Session } from './session.ts';
import type { Wire } from './wire.ts';

export interface Connection {
  /** An opcode of the gateway itself. */
  send(op: number, d: unknown): void;
  close(code: number | undefined): void;
  /** From now on nothing is heard or said here, and the socket stays open. */
  freeze(): void;
}

type Fields = Readonly<Record<string, unknown>>;

/** What a connection needs of the gateway around it. */
export interface Behind {
  readonly heartbeatInterval: number;
  /** Makes a session and sends READY and the guilds. */
  open(fields: Fields, wire: Wire): Session | Close | 'invalid session';
  resume(fields: Fields, wire: Wire): Session | Close | 'invalid session';
  /** The connection is gone; `lasting` says whether the session may be resumed. */
  left(session: Session, lasting: boolean): void;
  requestMembers(session: Session, fields: Fields): void;
  violate(where: string, problem: string): void;
}

const maxBytes = 4096;
const maxEventsPerMinute = 120;
/** Of the interval. Discord publishes no figure for how late a heartbeat may be. */
const patience = 1.5;

export function serve(socket: WebSocket, wire: Wire, behind: Behind): Connection {
  let session: Session | undefined;
  let frozen = false;
  let windowStart = performance.now();
  let events = 0;

  /** Ends with the connection, or when another one takes the session over. */
  const own: Wire = {
    ...wire,
    send: text => {
      if (!frozen && socket.readyState === socket.OPEN) wire.send(text);
    },
  };
  const sendOp = (op: number, d: unknown) => own.send(JSON.stringify({ op, d, s: null, t: null }));
  const leave = (lasting: boolean) => {
    // A session that was declared invalid or went on elsewhere no longer speaks here.
    if (session?.wire === own) behind.left(session, lasting);
    session = undefined;
  };
  const silence = setTimeout(() => {
    if (frozen) return;
    leave(false);
    socket.close(4009, 'Session timed out.');
  }, behind.heartbeatInterval * patience).unref();

  socket.on('message', (raw: Buffer) => {
    if (frozen) return;
    const refused = take(raw);
    if (refused !== undefined) socket.close(refused[0], refused[1]);
  });
  socket.on('close', code => {
    clearTimeout(silence);
    wire.close();
    // A bot that says goodbye does not come back to this session.
    leave(code !== 1000 && code !== 1001);
  });
  sendOp(Op.hello, { heartbeat_interval: behind.heartbeatInterval, _trace: ['local'] });

  const isAuthenticated = () => session?.wire === own;

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
    const fields = (typeof data === 'object' && data !== null ? data : {}) as Fields;
    switch (op) {
      case Op.heartbeat:
        silence.refresh();
        sendOp(Op.ack, null);
        return undefined;
      case Op.identify:
        return isAuthenticated() ? [4005, 'Already authenticated.'] : begin(behind.open(fields, own));
      case Op.resume:
        return isAuthenticated() ? [4005, 'Already authenticated.'] : begin(behind.resume(fields, own));
      case Op.presence:
      case Op.requestMembers:
        if (session === undefined || !isAuthenticated()) return [4003, 'Not authenticated.'];
        if (op === Op.presence) session.presence = data;
        else behind.requestMembers(session, fields);
        return undefined;
      default:
        behind.violate(`opcode ${String(op)}`, 'the local Discord does not model this opcode');
        return [4001, 'Unknown opcode.'];
    }
  }

  function begin(outcome: Session | Close | 'invalid session'): Close | undefined {
    if (outcome === 'invalid session') sendOp(Op.invalidSession, false);
    else if ('wire' in outcome) session = outcome;
    else return outcome;
    return undefined;
  }

  return {
    send: sendOp,
    close(code) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    },
    freeze() {
      frozen = true;
    },
  };
}

function parse(text: string): { readonly op: unknown; readonly d?: unknown } | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && 'op' in message ? message : undefined;
  } catch {
    return undefined;
  }
}
