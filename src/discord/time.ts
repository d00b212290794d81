/** Waiting, in a form that a test can hold in its hands. */

export interface Time {
  now(): Temporal.Instant;
  /** Runs once after so many milliseconds. Returns how to call it off. */
  after(millis: number, run: () => void): () => void;
}

export function systemTime(now: () => Temporal.Instant): Time {
  return {
    now,
    after(millis, run) {
      const timer = setTimeout(run, millis);
      return () => clearTimeout(timer);
    },
  };
}

/** Ends early when `signal` is aborted. */
export function pause(time: Time, millis: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  if (signal?.aborted) resolve();
  const callOff = time.after(millis, resolve);
  const onAbort = () => resolve();
  signal?.addEventListener('abort', onAbort, { once: true });
  return promise.finally(() => {
    callOff();
    signal?.removeEventListener('abort', onAbort);
  });
}
