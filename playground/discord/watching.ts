/** Waiting for things to happen, instead of sleeping. */
import { changeOf } from './driver/changes.ts';
import type { Journal } from './rest/journal.ts';
import type { World } from './state/world.ts';
import type { Change } from './surface/changes.ts';
import type { LocalDiscord } from './surface/local-discord.ts';

type Watching = Pick<LocalDiscord, 'subscribe' | 'nextRequest' | 'nextChange' | 'until' | 'idle'>;

/** A bot needs a few milliseconds between an answer and its next request. */
const quietTurns = 5;
const turn = 2;

export function createWatching(
  world: World,
  journal: Journal,
  inFlight: () => number,
): { readonly watching: Watching; readonly close: () => void } {
  const listeners = new Set<(change: Change) => void>();
  let unanswered = 0;

  const stops = [
    world.bus.listen(event => {
      if (event.kind === 'interaction-pending') unanswered += 1;
      if (event.kind === 'interaction-answered' || event.kind === 'interaction-failed') unanswered -= 1;
      if (listeners.size === 0) return;
      const change = changeOf(world, event);
      if (change !== undefined) for (const listener of listeners) listener(change);
    }),
    world.clock.onChange(() => {
      for (const listener of listeners) listener({ kind: 'clock-moved', now: world.clock.now().toString() });
    }),
  ];

  const subscribe = (listener: (change: Change) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  const next = <T>(
    listen: (listener: (value: T) => void) => () => void,
    predicate: (value: T) => boolean,
  ): Promise<T> =>
    new Promise(resolve => {
      const stop = listen(value => {
        if (!predicate(value)) return;
        stop();
        resolve(value);
      });
    });

  const watching: Watching = {
    subscribe,
    nextRequest: predicate => next(journal.requests.listen, predicate),
    nextChange: predicate => next(subscribe, predicate),
    async until(question) {
      const first = question();
      if (first) return first;
      const { promise, resolve, reject } = Promise.withResolvers<NonNullable<typeof first>>();
      const ask = () => {
        try {
          const answer = question();
          if (answer) resolve(answer);
        } catch (error) {
          reject(error);
        }
      };
      const stopAsking = [subscribe(ask), journal.requests.listen(ask)];
      try {
        return await promise;
      } finally {
        for (const stop of stopAsking) stop();
      }
    },
    async idle() {
      for (let quiet = 0; quiet < quietTurns; ) {
        await new Promise(resolve => setTimeout(resolve, turn));
        quiet = unanswered === 0 && inFlight() === 0 ? quiet + 1 : 0;
      }
    },
  };
  return {
    watching,
    close() {
      for (const stop of stops) stop();
    },
  };
}
