/** What organisers may look at, if they like: work that was shown, and marks that came soon after one another. */
import type { Item } from './curriculum.ts';
import type { Shown } from './evidence.ts';

/** One tick in the organisers' sample. */
export interface ReviewEntry {
  readonly userId: string;
  readonly itemId: string;
  readonly at: Temporal.Instant;
  /** How long after the tick before, where that is less than the item's hours allow. */
  readonly minutes?: number;
  readonly shown?: Shown;
}

/** Page by page from the newest on, or a few drawn from all; with quick marks, or work shown alone. */
export type ReviewMode = { readonly onlyShown: boolean } & (
  | { readonly kind: 'newest'; readonly page: number }
  | { readonly kind: 'drawn'; readonly seed: string }
);

/** As a button's custom_id carries it: `n2`, `d4711`, with an `s` at the end for work shown alone. */
export function modeCode(mode: ReviewMode): string {
  return `${mode.kind === 'newest' ? `n${mode.page}` : `d${mode.seed}`}${mode.onlyShown ? 's' : ''}`;
}

/** @param seed for a sample that is drawn anew. */
export function modeOf(code: string, seed: string): ReviewMode {
  const [, kind, figure = '', shown] = /^([nd])(\d{0,8})(s?)$/.exec(code) ?? [];
  const onlyShown = shown === 's';
  if (kind === 'd') return { kind: 'drawn', seed: figure || seed, onlyShown };
  return { kind: 'newest', page: Number(figure), onlyShown };
}

export interface ReviewPage {
  readonly guildId: string;
  readonly mode: ReviewMode;
  readonly entries: readonly (ReviewEntry & { readonly item?: Item })[];
  /** How many nobody has looked at. */
  readonly open: number;
  readonly pages: number;
}

/** A few of many, others for another seed: which ones cannot be foreseen by the members concerned. */
export function drawn<T>(from: readonly T[], count: number, seed: string, keyOf: (one: T) => string): readonly T[] {
  const order = new Map(from.map(one => [one, hash(`${seed} ${keyOf(one)}`)]));
  return from.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)).slice(0, count);
}

/** FNV-1a, mixed once more so that texts which differ in their end only lie apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
