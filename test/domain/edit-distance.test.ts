import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance } from '../../src/domain/edit-distance.ts';

describe('edit distance', () => {
  test.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 3],
  ])('from "%s" to "%s" is %i', (a, b, expected) => expect(distance(a, b)).toBe(expected));

  test('is symmetric, zero only for equals, bounded by the longer word, and a cap only caps it', () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 6 }), (a, b, cap) => {
        const exact = distance(a, b);
        expect(distance(b, a)).toBe(exact);
        expect(exact === 0).toBe(a === b);
        expect(exact).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(Math.min(distance(a, b, cap), cap)).toBe(Math.min(exact, cap));
      }),
    );
  });
});
