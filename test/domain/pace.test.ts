import { expect, test } from 'vitest';
import { hastyMinutes, leastHours } from '../../src/domain/pace.ts';
import { aCurriculum, anItem, aPath, aPlace, at } from '../support/builders.ts';

const before = at('2026-05-01');

test.each([
  [0, 0],
  [59, 59],
  [60, undefined],
  [600, undefined],
])('four hours of work that come after %i minutes stand out as %s', (minutes, expected) => {
  expect(hastyMinutes(4, before, before.add({ minutes }))).toBe(expected);
});

test('a clock that ran backwards counts as no time at all', () => {
  expect(hastyMinutes(4, before, before.subtract({ minutes: 3 }))).toBe(0);
});

test('of all figures for an item the smallest counts, and those of paths the learner is not on do not', () => {
  const curriculum = aCurriculum({
    items: [anItem('a', { hours: { min: 4, max: 6 } }), anItem('b')],
    paths: [
      aPath('quick', [[aPlace('a', { hours: { min: 2, max: 3 } }), 'b']]),
      aPath('other', [[aPlace('a', { hours: { min: 1, max: 1 } })]]),
    ],
  });
  const on = [{ pathId: 'quick', since: before }];
  const item = (id: string) => curriculum.items.get(id) ?? anItem(id);
  expect(leastHours(curriculum, on, anItem('a', { hours: { min: 4, max: 6 } }))).toBe(2);
  expect(leastHours(curriculum, [], anItem('a', { hours: { min: 4, max: 6 } }))).toBe(4);
  expect(leastHours(curriculum, on, item('b'))).toBeUndefined();
});
