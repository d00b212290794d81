/** Sends dispatches twice, late or in the wrong order, as Discord says it may happen. Decided by a seed. */
import type { Disturbance } from '../surface/gateway.ts';
import type { Session } from './session.ts';

export interface Disturber {
  readonly disturb: (how: Disturbance | undefined) => void;
  /** Sends it in one way or another. */
  pass(session: Session, event: string, data: unknown, ordered?: boolean): void;
}

/** One that is held back for the next is sent after so many milliseconds if there is no next. */
const longestWait = 50;

export function createDisturber(): Disturber {
  let how: Disturbance | undefined;
  let chance = () => 1;
  const held = new Map<Session, () => void>();

  const release = (session: Session) => {
    const send = held.get(session);
    held.delete(session);
    send?.();
  };

  return {
    disturb(next) {
      for (const session of [...held.keys()]) release(session);
      how = next;
      chance = randomly(next?.seed ?? 0);
    },
    pass(session, event, data, ordered) {
      const send = () => session.dispatch(event, data, ordered);
      if (how === undefined) {
        send();
        return;
      }
      // Always as many draws, so that one rate does not shift what another one hits.
      const [twice, swapped, late] = [chance(), chance(), chance()];
      if (late < (how.delay ?? 0)) {
        setTimeout(send, how.delayMillis ?? longestWait).unref();
        return;
      }
      if (swapped < (how.reorder ?? 0) && !held.has(session)) {
        held.set(session, send);
        setTimeout(() => release(session), longestWait).unref();
        return;
      }
      send();
      if (twice < (how.duplicate ?? 0)) send();
      release(session);
    },
  };
}

/** Numbers from 0 up to 1, the same ones for the same seed (mulberry32). */
function randomly(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
