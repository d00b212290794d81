/** Sends dispatches twice, late or in the wrong order, as Discord says it may happen. Decided by a seed. */
import { chance } from '../chance.ts';
import type { Disturbance } from '../surface/gateway.ts';
import type { Session } from './session.ts';

export interface Disturber {
  readonly disturb: (how: Disturbance | undefined) => void;
  /** Sends it in one way or another. */
  pass(session: Session, event: string, data: unknown, asIs?: boolean): void;
}

/** One that is held back for the next is sent after so many milliseconds if there is no next. */
const longestWait = 50;

export function createDisturber(): Disturber {
  let how: Disturbance | undefined;
  let sent = 0;
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
      sent = 0;
    },
    pass(session, event, data, asIs) {
      const send = () => session.dispatch(event, data, asIs);
      if (how === undefined) {
        send();
        return;
      }
      sent += 1;
      const { seed, duplicate = 0, reorder = 0, delay = 0 } = how;
      if (chance(seed, sent, 'delay') < delay) {
        setTimeout(send, how.delayMillis ?? longestWait).unref();
        return;
      }
      if (chance(seed, sent, 'reorder') < reorder && !held.has(session)) {
        held.set(session, send);
        setTimeout(() => release(session), longestWait).unref();
        return;
      }
      send();
      if (chance(seed, sent, 'duplicate') < duplicate) send();
      release(session);
    },
  };
}
