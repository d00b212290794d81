import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasCompleted, percentOf, progressOn } from '../../src/domain/progress.ts';
import { aCurriculum, aLearner, aPath, aPlace } from '../support/builders.ts';

describe('progress on a path', () => {
  test('a learner with two of four items done is half way, stage by stage', () => {
    const path = aPath('p', [
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const { done, total, percent, stages } = progressOn(path, aLearner({ done: ['a', 'c', 'elsewhere'] }).ticks);
    expect({ done, total, percent, stages: stages.map(s => [s.done, s.total]) }).toEqual({
      done: 2,
      total: 4,
      percent: 50,
      stages: [
        [1, 2],
        [1, 2],
      ],
    });
  });

  test('a coming-soon place is outside the figures, ticked or not', () => {
    const path = aPath('p', [['a', 'b?']]);
    expect(progressOn(path, aLearner({ done: ['a', 'b'] }).ticks)).toMatchObject({ done: 1, total: 1, percent: 100 });
    expect(progressOn(path, aLearner({ done: ['b'] }).ticks)).toMatchObject({ done: 0, total: 1, percent: 0 });
  });

  test('hours left add up what has a figure and count what has none', () => {
    const path = aPath('p', [
      [aPlace('a', { hours: { min: 3, max: 4 } }), aPlace('b', { hours: { min: 2, max: 2 } }), 'c'],
    ]);
    expect(progressOn(path, new Map()).hoursLeft).toEqual({ span: { min: 5, max: 6 }, unestimated: 1 });
    expect(progressOn(path, aLearner({ done: ['a', 'c'] }).ticks).hoursLeft).toEqual({
      span: { min: 2, max: 2 },
      unestimated: 0,
    });
  });

  test('percent is 0 exactly when nothing is done and 100 exactly when everything is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), (total, seed) => {
        const done = seed % (total + 1);
        const percent = percentOf(done, total);
        expect(Number.isInteger(percent) && percent >= 0 && percent <= 100).toBe(true);
        expect(percent === 0).toBe(done === 0);
        expect(percent === 100).toBe(done === total);
      }),
    );
  });

  test('one more tick never lowers any figure', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const path = aPath('p', [
      ['a', 'b', 'c?'],
      ['d', 'e', 'f'],
    ]);
    fc.assert(
      fc.property(fc.subarray(ids), fc.constantFrom(...ids), (done, more) => {
        const before = progressOn(path, aLearner({ done }).ticks);
        const after = progressOn(path, aLearner({ done: [...done, more] }).ticks);
        expect(after.done).toBeGreaterThanOrEqual(before.done);
        expect(after.percent).toBeGreaterThanOrEqual(before.percent);
        expect(after.total).toBe(before.total);
      }),
    );
  });
});

describe('a completed path', () => {
  const curriculum = aCurriculum({
    paths: [
      aPath('full', [['a', 'b']], { kind: 'role' }),
      aPath('short', [['a']], { kind: 'role', variantOf: 'full' }),
      aPath('deep', [['c']], { kind: 'topic' }),
    ],
  });
  const roleOrLevel = { kinds: ['role', 'level'] as const, paths: [] };

  test('of the wanted kind satisfies, whether or not the learner enrolled', () => {
    expect(hasCompleted(roleOrLevel, curriculum, aLearner({ done: ['a', 'b'] }))).toBe(true);
  });

  test('a short variant does not stand in for a full path, nor does another kind', () => {
    expect(hasCompleted(roleOrLevel, curriculum, aLearner({ done: ['a'] }))).toBe(false);
    expect(hasCompleted(roleOrLevel, curriculum, aLearner({ done: ['c'] }))).toBe(false);
  });

  test('named itself satisfies', () => {
    expect(hasCompleted({ kinds: [], paths: ['deep'] }, curriculum, aLearner({ done: ['c'] }))).toBe(true);
  });
});
