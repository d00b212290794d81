/** Which items a member has finished when the benchmark starts, and which come after: the same in every run. */

/** Each member walks the items in long strides from a place of their own, so no two look alike. */
const stride = 89;

export interface Walk {
  /** The member's step of this number; every item is met once before any comes again. */
  item(member: number, step: number): string;
  /** Steps after which a member has been everywhere. */
  readonly length: number;
}

export function walkOver(items: readonly string[]): Walk {
  let step = stride;
  while (greatestCommonDivisor(step, items.length) !== 1) step += 1;
  return {
    item: (member, at) => items[(member * 13 + at * step) % items.length] ?? '',
    length: items.length,
  };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
