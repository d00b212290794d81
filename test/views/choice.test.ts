import { describe, expect, test } from 'vitest';
import { firstStep, pathChoices, prerequisiteStates } from '../../src/domain/enrolling.ts';
import { progressOn } from '../../src/domain/progress.ts';
import { choiceMessage, leaveMessage } from '../../src/views/choice.ts';
import { aCurriculum, aLearner, aPath, aPlace } from '../support/builders.ts';
import { buttonsOf, textOf } from '../support/read-message.ts';

const path = aPath('trail', [[aPlace('a', { hours: { min: 2, max: 3 } }), 'b']], {
  title: 'The Trail',
  summary: 'Up and over.',
  hoursPerWeek: { min: 5, max: 8 },
  prerequisites: [
    { id: 'boots', text: 'Boots' },
    { id: 'map', text: 'A map' },
  ],
});
const curriculum = aCurriculum({ paths: [path, aPath('other', [['b']], { kind: 'topic' })] });

function chosen(kind: 'chosen' | 'already-on', learner: ReturnType<typeof aLearner>) {
  const next = firstStep(path, curriculum, learner);
  const prerequisites = prerequisiteStates(path, curriculum, learner);
  const progress = progressOn(path, learner.ticks);
  return choiceMessage({ kind, progress, prerequisites, certificates: [], ...(next ? { next } : {}) }, new Map(), 'en');
}

describe('choosing a path', () => {
  test('greets with the first step, and asks for nothing that stands in the way', () => {
    const message = chosen('chosen', aLearner());
    expect(textOf(message).split('\n')).toEqual([
      '## 🧭 Welcome to The Trail',
      'Up and over.',
      '-# 1–2 weeks · 5–8 h a week',
      '▱▱▱▱▱▱▱▱▱▱ 0% · 0 of 2',
      'about 2–3 h left · 1 item not estimated',
      '**Good to have first** · you can start without',
      'Boots',
      'A map',
      '**Start here:** Title of a',
      '-# The Trail · Stage 1 · 2–3 h',
    ]);
    expect(buttonsOf(message)).toEqual({
      'path/have/trail/boots': 'I have this',
      'path/have/trail/map': 'I have this',
      'progress/done/a': 'Done',
      'path/show/trail': 'What is on this path',
      'path/leave/trail': 'Leave',
    });
  });

  test('shows what was declared as met, without its button', () => {
    const message = chosen('already-on', aLearner({ declared: ['map'] }));
    expect(textOf(message)).toContain('You are on The Trail');
    expect(textOf(message)).toContain('✅ A map');
    expect(Object.keys(buttonsOf(message))).not.toContain('path/have/trail/map');
  });

  test('says so when everything on it is done', () => {
    expect(textOf(chosen('chosen', aLearner({ done: ['a', 'b'] })))).toContain('Everything on this path is done');
  });

  test('without a name offers a select for each family that has paths', () => {
    const message = choiceMessage(
      { kind: 'pick', paths: pathChoices(curriculum, aLearner({ on: ['other'] })) },
      new Map(),
      'en',
    );
    expect(JSON.stringify(message)).toContain('"custom_id":"path/select/role"');
    expect(JSON.stringify(message)).toContain('you are on it');
    expect(JSON.stringify(message)).not.toContain('path/select/level');
  });
});

describe('leaving a path', () => {
  test('loses nothing, and says so', () => {
    const message = leaveMessage({ kind: 'left', progress: progressOn(path, aLearner({ done: ['a'] }).ticks) }, 'en');
    expect(textOf(message)).toContain('Nothing is lost');
    expect(textOf(message)).toContain('50% · 1 of 2');
    expect(buttonsOf(message)).toHaveProperty('path/choose/trail');
  });

  test('one is not on says so', () => {
    expect(textOf(leaveMessage({ kind: 'not-on', path }, 'en'))).toContain('You are not on The Trail');
  });
});
