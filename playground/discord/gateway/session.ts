/** One bot's session: numbers its dispatches and keeps the latest for a resume. Outlives its connection. */
import { randomBytes } from 'node:crypto';
import type { ApplicationRecord } from '../state/records.ts';
import type { Encode } from './encoder.ts';
import { type Identify, onShard } from './identify.ts';
import type { Wire } from './wire.ts';

export interface Session {
  readonly id: string;
  readonly application: ApplicationRecord;
  readonly identify: Identify;
  /** Number of the last dispatch. */
  readonly sequence: number;
  /** How its text reaches the bot; undefined while disconnected. */
  wire: Wire | undefined;
  /** When the connection went, in milliseconds of the world's clock. */
  leftAt: number | undefined;
  presence: unknown;
  /** `asIs`: a test wants exactly this sent, however wrong it is. */
  dispatch(event: string, data: unknown, asIs?: boolean): void;
  /** Texts after `sequence`, or undefined when they are not kept any more. */
  since(sequence: number): readonly string[] | undefined;
  /** Whether events of this guild go to this shard; those of direct messages go to the first. */
  covers(guildId: string | undefined): boolean;
}

export function createSession(
  application: ApplicationRecord,
  identify: Identify,
  keep: number,
  encode: Encode,
): Session {
  const [index] = identify.shard;
  let sequence = 0;
  let kept: string[] = [];
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    application,
    identify,
    wire: undefined,
    leftAt: undefined,
    presence: identify.presence,
    get sequence() {
      return sequence;
    },
    dispatch(event, data, asIs) {
      sequence += 1;
      const text = `{"t":"${event}","s":${sequence},"op":0,"d":${encode(application, event, data, asIs)}}`;
      kept.push(text);
      if (kept.length > keep * 2) kept = kept.slice(-keep);
      session.wire?.send(text);
    },
    since(last) {
      const missed = sequence - last;
      if (missed < 0 || missed > kept.length) return undefined;
      return missed === 0 ? [] : kept.slice(-missed);
    },
    covers(guildId) {
      return guildId === undefined ? index === 0 : onShard(guildId, identify.shard);
    },
  };
  return session;
}
