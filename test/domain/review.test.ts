import { expect, test } from 'vitest';
import { drawn, modeCode, modeOf } from '../../src/domain/review.ts';

const all = Array.from({ length: 200 }, (_, index) => `1200/item-${index}`);
const draw = (from: readonly string[], seed: string) => drawn(from, 5, seed, one => one);

test('a sample drawn with one seed is the same again, and less one that was looked at it only moves up', () => {
  const first = draw(all, '4711');
  expect(draw(all, '4711')).toEqual(first);
  const [looked, ...others] = first;
  expect(
    draw(
      all.filter(one => one !== looked),
      '4711',
    ).slice(0, 4),
  ).toEqual(others);
});

test('over many seeds every tick is drawn now and then, and none is drawn much more than the others', () => {
  const times = new Map(all.map(one => [one, 0]));
  for (let seed = 0; seed < 2000; seed++)
    for (const one of draw(all, String(seed))) times.set(one, (times.get(one) ?? 0) + 1);
  // Each is expected 50 times; five standard deviations to both sides.
  expect(Math.min(...times.values())).toBeGreaterThan(15);
  expect(Math.max(...times.values())).toBeLessThan(85);
});

test('what a button carries is read as it was written, and anything else is the first page', () => {
  const modes = [
    { kind: 'newest', page: 3, onlyShown: true },
    { kind: 'drawn', seed: '77', onlyShown: false },
  ] as const;
  for (const mode of modes) expect(modeOf(modeCode(mode), '99')).toEqual(mode);
  expect(modeOf('ds', '99')).toEqual({ kind: 'drawn', seed: '99', onlyShown: true });
  const first = { kind: 'newest', page: 0, onlyShown: false };
  expect(['', 'n-1', 'x', 'n0; drop'].map(code => modeOf(code, '99'))).toEqual([first, first, first, first]);
});
