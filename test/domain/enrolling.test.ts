import { describe, expect, test } from 'vitest';
import { firstStep, pathChoices, prerequisiteStates } from '../../src/domain/enrolling.ts';
import { isNewer } from '../../src/domain/member.ts';
import { certificateStandings, pathOverview, progressOverview } from '../../src/domain/overview.ts';
import { aCurriculum, aLearner, aPath } from '../support/builders.ts';

const curriculum = aCurriculum({
  paths: [
    aPath('level', [['a', 'b']], { kind: 'level' }),
    aPath('track', [['t']], {
      kind: 'track',
      prerequisites: [
        { id: 'cloud', text: 'Cloud experience' },
        { id: 'main-path', text: 'A completed path', completed: { kinds: ['level'], paths: [] } },
      ],
    }),
  ],
  certificates: [
    { id: 'foundation', title: 'Foundation', pathId: 'level', itemIds: ['a', 'b'] },
    { id: 'expert', title: 'Expert', pathId: 'track', itemIds: ['t'] },
  ],
});
const path = (id: string) => curriculum.paths.get(id) ?? aPath(id, []);

describe('prerequisites', () => {
  const met = (learner: ReturnType<typeof aLearner>) =>
    prerequisiteStates(path('track'), curriculum, learner).map(state => state.met);

  test('are unmet until declared', () => {
    expect(met(aLearner())).toEqual(['no', 'no']);
    expect(met(aLearner({ declared: ['cloud'] }))).toEqual(['declared', 'no']);
  });

  test('a completed path meets one without a declaration', () => {
    expect(met(aLearner({ done: ['a', 'b'] }))).toEqual(['no', 'completed']);
  });
});

test('the picker knows what is under way and what is already done of each path', () => {
  expect(pathChoices(curriculum, aLearner({ on: ['track'], done: ['a'] }))).toMatchObject([
    { path: { id: 'level' }, items: 2, percent: 50, enrolled: false },
    { path: { id: 'track' }, items: 1, percent: 0, enrolled: true },
  ]);
  expect(pathChoices(curriculum, aLearner(), 'track').map(choice => choice.path.id)).toEqual(['track']);
});

test('the first step on a path is its first open item', () => {
  expect(firstStep(path('level'), curriculum, aLearner({ done: ['a'] }))?.place.itemId).toBe('b');
  expect(firstStep(path('level'), curriculum, aLearner({ done: ['a', 'b'] }))).toBeUndefined();
});

test('an overview shows the latest path first and what is done on it', () => {
  const learner = aLearner({ on: ['level', 'track'], done: ['t'] });
  expect(progressOverview(curriculum, learner)).toMatchObject({
    paths: [
      { progress: { percent: 100 }, open: [] },
      { progress: { percent: 0 }, open: [{ itemId: 'a' }, { itemId: 'b' }] },
    ],
    ticks: 1,
    certificates: 0,
  });
  expect(pathOverview(path('track'), curriculum, learner)).toMatchObject({
    enrolled: true,
    certificate: { id: 'expert' },
    done: new Set(['t']),
  });
});

test('certificates of chosen paths are shown, the nearest first', () => {
  const shown = certificateStandings(curriculum, aLearner({ on: ['level', 'track'], done: [] }));
  expect(shown.map(({ certificate, itemsLeft }) => [certificate.id, itemsLeft.length])).toEqual([
    ['expert', 1],
    ['foundation', 2],
  ]);
  expect(certificateStandings(curriculum, aLearner())).toEqual([]);
});

test('an interaction is newer only than those before it', () => {
  expect(isNewer('1200000000000000001', '1200000000000000000')).toBe(true);
  expect(isNewer('1200000000000000000', '1200000000000000000')).toBe(false);
  expect(isNewer('999', '1200000000000000000')).toBe(false);
});
