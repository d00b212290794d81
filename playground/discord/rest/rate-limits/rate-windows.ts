/** Fixed windows of real time in which requests are counted, and who came although a 429 had told to wait. */

export interface Window {
  used: number;
  /** Milliseconds until it ends or its block does. */
  left(): number;
  blocked(): boolean;
  /** Of its block: whether other bots cause it. */
  readonly shared: boolean;
  block(seconds: number, shared: boolean): void;
  /** Remembers that a request was refused; in how many seconds to come again. */
  refuse(where: string): number;
}

interface Windows {
  of(key: string, seconds: number): Window;
  has(key: string): boolean;
  readonly early: number;
}

/** Requests already on their way when the 429 left are not early. */
const onTheWay = 100;
const keep = 10_000;

export function createWindows(onEarly: (where: string) => void): Windows {
  const windows = new Map<string, Window>();
  let early = 0;

  const forgetEnded = () => {
    for (const [key, window] of windows) if (window.left() <= 0) windows.delete(key);
  };

  return {
    get early() {
      return early;
    },
    has: key => windows.has(key),
    of(key, seconds) {
      const known = windows.get(key);
      if (known !== undefined && known.left() > 0) return known;
      if (windows.size > keep) forgetEnded();
      const fresh = createWindow(seconds, where => {
        early += 1;
        onEarly(where);
      });
      windows.set(key, fresh);
      return fresh;
    },
  };
}

function createWindow(seconds: number, onEarly: (where: string) => void): Window {
  let endsAt = performance.now() + seconds * 1000;
  let blockedUntil = 0;
  let refusedAt: number | undefined;
  let shared = false;
  const left = () => endsAt - performance.now();
  return {
    used: 0,
    left,
    blocked: () => blockedUntil > performance.now(),
    get shared() {
      return shared;
    },
    block(forSeconds, byOthers) {
      refusedAt = performance.now();
      blockedUntil = refusedAt + forSeconds * 1000;
      // Whoever was told how long to wait finds a new window afterwards.
      endsAt = blockedUntil;
      shared = byOthers;
    },
    refuse(where) {
      const now = performance.now();
      if (refusedAt !== undefined && now - refusedAt > onTheWay) onEarly(where);
      refusedAt ??= now;
      return Math.ceil(left()) / 1000;
    },
  };
}
