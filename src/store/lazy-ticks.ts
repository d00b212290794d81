/**
 * A member's ticks as they come from the database. To make a Temporal.Instant takes longer than to read the row it
 * comes from, and most questions only ask whether an item is ticked: so ticks are made when they are asked for, and
 * their instants later still. To everybody else it is a Map of ticks.
 */
import type { EvidenceLevel, Tick } from '../domain/learner.ts';
import { fromText, instantWidth } from './instants.ts';

/** Of the same ticks in the same order, each joined by commas. */
export interface TickColumns {
  readonly ids: string;
  readonly evidence: string;
  readonly instants: string;
}

export function lazyTicks(columns: TickColumns): ReadonlyMap<string, Tick> {
  return new LazyTicks(columns);
}

class LazyTicks extends Map<string, Tick> {
  readonly #columns: TickColumns;
  #evidence: readonly string[] | undefined;

  constructor(columns: TickColumns) {
    super();
    this.#columns = columns;
    let place = 0;
    for (const id of columns.ids.split(',')) super.set(id, place++ as unknown as Tick);
  }

  override get(id: string): Tick | undefined {
    const kept: unknown = super.get(id);
    if (typeof kept !== 'number') return kept as Tick | undefined;
    const start = kept * (instantWidth + 1);
    const instant = this.#columns.instants.slice(start, start + instantWidth);
    this.#evidence ??= this.#columns.evidence.split(',');
    const tick = new LazyTick(id, this.#evidence[kept] as EvidenceLevel, instant);
    super.set(id, tick);
    return tick;
  }

  override *entries(): MapIterator<[string, Tick]> {
    for (const id of this.keys()) yield [id, this.get(id) as Tick];
  }

  override *values(): MapIterator<Tick> {
    for (const id of this.keys()) yield this.get(id) as Tick;
  }

  override [Symbol.iterator](): MapIterator<[string, Tick]> {
    return this.entries();
  }

  override forEach(call: (tick: Tick, id: string, map: Map<string, Tick>) => void): void {
    for (const [id, tick] of this.entries()) call(tick, id, this);
  }
}

// Where values are compared, a lazy map equals the Map with the same ticks.
Object.defineProperty(LazyTicks.prototype, 'constructor', { value: Map });

class LazyTick implements Tick {
  declare readonly at: Temporal.Instant;
  readonly itemId: string;
  readonly evidence: EvidenceLevel;
  readonly #text: string;

  constructor(itemId: string, evidence: EvidenceLevel, text: string) {
    this.itemId = itemId;
    this.evidence = evidence;
    this.#text = text;
    Object.defineProperty(this, 'at', LazyTick.#at);
  }

  /** The tick's own property, so that it spreads and compares as in any other tick. */
  static readonly #at = {
    enumerable: true,
    get(this: LazyTick) {
      return fromText(this.#text);
    },
  };
}
