/** All sessions, connected or waiting to be resumed: how they start, go on and end. */
import { applicationWithToken, resetToken } from '../state/applications.ts';
import type { World } from '../state/world.ts';
import type { GatewayRules } from '../surface/gateway.ts';
import type { Encode } from './encoder.ts';
import { readIdentify } from './identify.ts';
import type { Close } from './rules.ts';
import { createSession, type Session } from './session.ts';
import type { SessionStarts } from './session-starts.ts';
import type { Wire } from './wire.ts';

type Fields = Readonly<Record<string, unknown>>;
type Outcome = Session | Close | 'invalid session';

export interface Sessions {
  readonly all: ReadonlyMap<string, Session>;
  readonly identifies: number;
  readonly resumes: number;
  open(fields: Fields, wire: Wire): Outcome;
  resume(fields: Fields, wire: Wire): Outcome;
  left(session: Session, lasting: boolean): void;
  /** Nobody is connected any more; `false` forgets the sessions as well. */
  detach(resumable: boolean): void;
}

export interface SessionsOptions {
  readonly world: World;
  readonly rules: GatewayRules;
  readonly starts: SessionStarts;
  readonly keepDispatches: number;
  readonly encode: Encode;
  /** A new session is told who it is and what it has. */
  readonly greet: (session: Session) => void;
}

const keepSessions = 200;
const expelled: Close = [4004, 'Authentication failed.'];

export function createSessions(options: SessionsOptions): Sessions {
  const { world, rules, starts, keepDispatches, encode, greet } = options;
  const all = new Map<string, Session>();
  let identifies = 0;
  let resumes = 0;

  return {
    all,
    get identifies() {
      return identifies;
    },
    get resumes() {
      return resumes;
    },
    open(fields, wire) {
      const accepted = readIdentify(world, rules, fields);
      if (!('application' in accepted)) return accepted;
      const { application, identify } = accepted;
      const start = starts.take(application.id, identify.shard[0]);
      if (start === 'too-soon') return 'invalid session';
      if (start === 'exhausted') {
        resetToken(application);
        endSessionsOf(application.id);
        return expelled;
      }
      identifies += 1;
      const session = createSession(application, identify, keepDispatches, encode);
      if (identify.compress) wire.compressPayloads();
      session.wire = wire;
      all.set(session.id, session);
      if (all.size > keepSessions) forgetOldest();
      greet(session);
      return session;
    },
    resume({ token, session_id: id, seq }, wire) {
      const application = applicationWithToken(world, String(token));
      if (application === undefined) return expelled;
      const session = all.get(String(id));
      if (session === undefined || session.application !== application) return 'invalid session';
      if (typeof seq !== 'number' || !Number.isInteger(seq) || seq < 0 || seq > session.sequence)
        return [4007, 'Invalid seq.'];
      const missed = expired(session) ? undefined : session.since(seq);
      if (missed === undefined) {
        all.delete(session.id);
        return 'invalid session';
      }
      resumes += 1;
      if (session.identify.compress) wire.compressPayloads();
      for (const text of missed) wire.send(text);
      session.wire = wire;
      session.leftAt = undefined;
      session.dispatch('RESUMED', { _trace: ['local'] });
      return session;
    },
    left(session, lasting) {
      leave(session);
      if (!lasting) all.delete(session.id);
    },
    detach(resumable) {
      for (const session of all.values()) leave(session);
      if (!resumable) all.clear();
    },
  };

  function leave(session: Session): void {
    if (session.wire !== undefined) session.leftAt = world.clock.millis();
    session.wire = undefined;
  }

  function expired({ leftAt }: Session): boolean {
    return leftAt !== undefined && world.clock.millis() - leftAt > rules.resumableFor;
  }

  function endSessionsOf(applicationId: string): void {
    for (const session of all.values()) {
      if (session.application.id !== applicationId) continue;
      all.delete(session.id);
      session.wire?.end(...expelled);
      session.wire = undefined;
    }
  }

  function forgetOldest(): void {
    for (const [id, session] of all) {
      if (session.wire !== undefined) continue;
      all.delete(id);
      return;
    }
  }
}
