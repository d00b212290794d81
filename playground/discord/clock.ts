/** Time of the local Discord: the system's, or standing still, and movable in both cases. */

export interface Clock {
  now(): Temporal.Instant;
}

export interface Timer {
  cancel(): void;
}

/** What another process needs to know to show the same time. */
export interface ClockState {
  /** Milliseconds to add to the system's time. */
  readonly offset: number;
  /** Set while the clock stands still: the epoch milliseconds it shows. */
  readonly frozenAt: number | undefined;
}

export interface MovableClock extends Clock {
  /** Epoch milliseconds; what `now()` says, without the object. */
  millis(): number;
  readonly state: ClockState;
  /** Forwards, or backwards with a negative duration. Timers that become due run before it returns. */
  advance(duration: Temporal.DurationLike): void;
  /** Distance to the system's time; zero for the present. A clock that stands still jumps there and stays. */
  setOffset(duration: Temporal.DurationLike): void;
  onChange(listener: (state: ClockState) => void): () => void;
  /** Runs once, when this clock shows the instant (epoch milliseconds) or later. */
  at(millis: number, run: () => void): Timer;
  /** Stops waiting; no timer runs any more. */
  close(): void;
}

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/** setTimeout's own limit; longer waits are taken in several steps. */
const longestWait = 2 ** 31 - 1;

/** `standing`: the clock shows this instant until it is moved. */
export function createClock(options: { readonly standing?: Temporal.Instant } = {}): MovableClock {
  let offset = 0;
  let frozenAt = options.standing?.epochMilliseconds;
  let waiting: Waiting[] = [];
  let timeout: NodeJS.Timeout | undefined;
  const listeners = new Set<(state: ClockState) => void>();

  const millis = () => frozenAt ?? Date.now() + offset;
  const state = (): ClockState => ({ offset, frozenAt });

  const arm = () => {
    clearTimeout(timeout);
    const first = waiting[0];
    if (first === undefined || frozenAt !== undefined) return;
    timeout = setTimeout(ring, Math.min(Math.max(0, first.at - millis()), longestWait));
    timeout.unref();
  };
  const ring = () => {
    for (let first = waiting[0]; first !== undefined && first.at <= millis(); first = waiting[0]) {
      waiting.shift();
      first.run();
    }
    arm();
  };
  const moved = () => {
    ring();
    for (const listener of listeners) listener(state());
  };

  return {
    millis,
    now: () => Temporal.Instant.fromEpochMilliseconds(millis()),
    get state() {
      return state();
    },
    advance(duration) {
      const by = Temporal.Duration.from(duration).total('milliseconds');
      if (frozenAt === undefined) offset += by;
      else frozenAt += by;
      moved();
    },
    setOffset(duration) {
      const by = Temporal.Duration.from(duration).total('milliseconds');
      if (frozenAt === undefined) offset = by;
      else frozenAt = Date.now() + by;
      moved();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    at(at, run) {
      const entry = { at, run };
      const after = waiting.findIndex(other => other.at > at);
      waiting.splice(after === -1 ? waiting.length : after, 0, entry);
      if (waiting[0] === entry) arm();
      return {
        cancel() {
          waiting = waiting.filter(other => other !== entry);
        },
      };
    },
    close() {
      clearTimeout(timeout);
      waiting = [];
      listeners.clear();
    },
  };
}
