import { describe, expect, test } from 'vitest';
import { pathOverview, progressOverview } from '../../src/domain/overview.ts';
import { pathMessage } from '../../src/views/path.ts';
import { nextMessage, progressMessage } from '../../src/views/progress.ts';
import { aCurriculum, aLearner, aPath, aPlace } from '../support/builders.ts';
import { buttonsOf, textOf } from '../support/read-message.ts';

const trail = aPath(
  'trail',
  [
    ['a', 'b'],
    [aPlace('c', { days: 'Day 3' }), 'd?'],
  ],
  { learn: ['Walking'], outcome: 'Fit' },
);
const curriculum = aCurriculum({ paths: [trail, aPath('hill', [['a', 'e']])] });
const overview = (learner: ReturnType<typeof aLearner>) => progressOverview(curriculum, learner);

describe('progress', () => {
  test('shows each path with its bar and next step, the latest first', () => {
    const message = progressMessage(overview(aLearner({ on: ['trail', 'hill'], done: ['a'] })), 'en');
    expect(textOf(message).split('\n')).toEqual([
      '## 🪨 Your progress',
      '-# 1 item done · 0 certificates',
      '**Path hill**',
      '▰▰▰▰▰▱▱▱▱▱ 50% · 1 of 2',
      '**Next:** Title of e',
      '-# Stage 1',
      '**Path trail**',
      '▰▰▰▱▱▱▱▱▱▱ 33% · 1 of 3',
      '**Next:** Title of b',
      '-# Stage 1',
    ]);
  });

  test('says what still needs its work shown, and leads to it', () => {
    const certificates = [{ id: 'c', title: 'C', pathId: 'trail', itemIds: ['a', 'b'], shown: ['a', 'b'] }];
    const wanting = aCurriculum({ paths: [trail], certificates });
    const message = progressMessage(progressOverview(wanting, aLearner({ on: ['trail'], done: ['a', 'b'] })), 'en');
    expect(textOf(message)).toContain('🔗 2 finished items still need a link or a file for a certificate.');
    expect(JSON.stringify(message)).toContain('"custom_id":"progress/work"');
    expect(textOf(progressMessage(overview(aLearner({ on: ['trail'], done: ['a'] })), 'en'))).not.toContain('🔗');
  });

  test('offers an item that two paths have next with one button', () => {
    const message = progressMessage(overview(aLearner({ on: ['trail', 'hill'] })), 'en');
    expect(textOf(message)).toContain('**Next:** Title of a, as above');
    expect(Object.keys(buttonsOf(message)).filter(id => id === 'progress/done/a')).toHaveLength(1);
  });

  test('without a path offers to choose one, and says what counts already', () => {
    const message = progressMessage(overview(aLearner({ done: ['a'] })), 'en');
    expect(textOf(message)).toContain('You have 1 item done · 0 certificates. They count');
    expect(buttonsOf(message)).toEqual({ 'path/pick': 'Choose a path' });
  });
});

describe('what next', () => {
  test('lists three steps of each path, and no item twice', () => {
    const message = nextMessage(overview(aLearner({ on: ['trail', 'hill'] })), 'en');
    expect(Object.keys(buttonsOf(message))).toEqual([
      'progress/done/a',
      'progress/done/e',
      'progress/done/b',
      'progress/done/c',
      'progress/show',
    ]);
  });

  test('says so when all is done', () => {
    expect(textOf(nextMessage(overview(aLearner({ on: ['hill'], done: ['a', 'e'] })), 'en'))).toContain('All done');
  });
});

describe('a path', () => {
  const shown = pathOverview(trail, curriculum, aLearner({ on: ['trail'], done: ['a', 'b'] }));

  test('shows its stages with what is done of each', () => {
    const text = textOf(pathMessage(shown, undefined, 'en'));
    expect(text).toContain('✅ 2/2 · Stage 1\n▫️ 0/1 · Stage 2');
    expect(text).toContain('- Walking');
  });

  test('shows a stage item by item, with what is coming soon', () => {
    expect(textOf(pathMessage(shown, 1, 'en')).split('\n')).toEqual([
      '## Stage 2',
      '-# Path trail · 0 of 1 item done',
      '▫️ Title of c · Day 3',
      '🔜 Title of d · coming soon',
    ]);
  });

  test('shows the whole for a stage that it no longer has', () => {
    expect(textOf(pathMessage(shown, 9, 'en'))).toContain('You will learn');
  });
});
