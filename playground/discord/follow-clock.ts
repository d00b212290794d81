/** Follows the clock of a local Discord from another process. */
import type { Clock, ClockState } from './clock.ts';

export interface FollowedClock extends Clock {
  /** Called whenever the clock was moved. Returns how to stop. */
  onChange(listener: () => void): () => void;
  close(): void;
}

const retryAfter = 250;

/** `url` is the server's `clockUrl`. Resolves once the time is known; reconnects by itself. */
export async function followClock(url: string): Promise<FollowedClock> {
  const listeners = new Set<() => void>();
  const abort = new AbortController();
  let state: ClockState = { offset: 0, frozenAt: undefined };
  const known = Promise.withResolvers<void>();

  const follow = async (): Promise<void> => {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`);
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        state = JSON.parse(line.slice('data: '.length)) as ClockState;
        known.resolve();
        for (const listener of listeners) listener();
      }
    }
  };

  const keepFollowing = async (): Promise<void> => {
    while (!abort.signal.aborted) {
      await follow().catch(() => undefined);
      const { promise, resolve } = Promise.withResolvers<void>();
      setTimeout(resolve, retryAfter).unref();
      await promise;
    }
  };

  let isKnown = false;
  void known.promise.then(
    () => {
      isKnown = true;
    },
    () => undefined,
  );
  // The first connection must work: a wrong address is worth knowing at once.
  follow().then(keepFollowing, error => {
    if (isKnown) return keepFollowing();
    known.reject(new Error(`The clock at ${url} can't be followed: ${String(error)}. Is the local Discord running?`));
    return undefined;
  });
  await known.promise;
  return {
    now: () => Temporal.Instant.fromEpochMilliseconds(Math.floor(state.frozenAt ?? Date.now() + state.offset)),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => abort.abort(),
  };
}
