/** What can be made to go wrong between a bot and Discord's REST API. */

export interface FaultAnswer {
  readonly status: number;
  /** Default: what Discord sends with such a status; HTML where the answer is not Discord's own but Cloudflare's. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The request takes effect first; only its answer is replaced. */
  readonly afterEffect?: boolean;
}

/** A 429 as Discord words it: `user` for this bot on this route, `shared` for all bots there, `global` for all routes. */
export interface RateLimited {
  readonly rateLimited: 'user' | 'shared' | 'global';
  /** Until when to wait. */
  readonly seconds: number;
}

/** The request takes effect at once; its answer comes this many milliseconds of real time later. */
export interface Slow {
  readonly delay: number;
}

export interface Fault {
  /** Tested against the template and the real path. */
  readonly route: RegExp;
  readonly method?: string;
  /**
   * `drop-after-effect`: done, but the connection dies instead of answering; `hang`: neither done nor answered; `refuse`:
   * not done, and the connection dies.
   */
  readonly answer: FaultAnswer | RateLimited | Slow | 'drop-after-effect' | 'hang' | 'refuse';
  /** How many matching requests it hits; default 1. */
  readonly times?: number;
}

/** An answer kept back: the request took effect, the bot waits. */
export interface Held {
  /** Resolves when the request is there. */
  readonly reached: Promise<void>;
  release(): void;
}

export type RandomKind = 'rate-limited' | 'server-error' | 'bad-gateway' | 'lost-answer' | 'slow' | 'refused';

export interface RandomFaults {
  /** The n-th request to a route meets the same fate for the same seed, whatever happens elsewhere. */
  readonly seed: number;
  /** Share of requests that are hit, 0 to 1. */
  readonly rate: number;
  /** Default: all of them. */
  readonly kinds?: readonly RandomKind[];
  /** Only these; default all routes. */
  readonly route?: RegExp;
}

export interface Faults {
  next(fault: Fault): void;
  /** Keeps the next matching answer back until it is released. */
  hold(request: Pick<Fault, 'route' | 'method'>): Held;
  /** From now on, in place of earlier random faults. Scripted ones come first. */
  random(faults: RandomFaults): void;
  /** Discord is down: 503 to every request, the gateway hangs up and lets nobody in; until called with `false`. */
  outage(down: boolean): void;
  readonly down: boolean;
  /** Discord's own time (its ids, timestamps and Date header) runs ahead of the clock, or behind it. */
  skew(by: { readonly seconds: number }): void;
  /** Faults that no request has met yet. */
  readonly waiting: readonly Fault[];
  /** Everything works again. */
  clear(): void;
}
