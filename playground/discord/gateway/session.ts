/** One bot's session: numbers its dispatches and keeps the latest for a resume. Outlives its connection. */
import { randomBytes } from 'node:crypto';
import type { ApplicationRecord } from '../state/records.ts';

export interface Session {
  readonly id: string;
  readonly application: ApplicationRecord;
  readonly intents: number;
  readonly shard: readonly [index: number, count: number];
  /** Number of the last dispatch. */
  readonly sequence: number;
  /** How its text reaches the bot; undefined while disconnected. */
  send: ((text: string) => void) | undefined;
  /** `data` is JSON already, so that many sessions share one serialisation. */
  dispatch(event: string, data: string): void;
  /** Texts after `sequence`, or undefined when they are not kept any more. */
  since(sequence: number): readonly string[] | undefined;
  /** Whether events of this guild go to this shard. */
  covers(guildId: string | undefined): boolean;
}

export function createSession(
  application: ApplicationRecord,
  identify: { readonly intents: number; readonly shard: readonly [number, number] },
  keep: number,
): Session {
  const [index, count] = identify.shard;
  let sequence = 0;
  let kept: string[] = [];
  const session: Session = {
    id: randomBytes(16).toString('hex'),
    application,
    ...identify,
    send: undefined,
    get sequence() {
      return sequence;
    },
    dispatch(event, data) {
      sequence += 1;
      const text = `{"t":"${event}","s":${sequence},"op":0,"d":${data}}`;
      kept.push(text);
      if (kept.length > keep * 2) kept = kept.slice(-keep);
      session.send?.(text);
    },
    since(last) {
      const missed = sequence - last;
      if (missed < 0 || missed > kept.length) return undefined;
      return missed === 0 ? [] : kept.slice(-missed);
    },
    covers(guildId) {
      if (count === 1) return true;
      return guildId === undefined ? index === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === index;
    },
  };
  return session;
}
