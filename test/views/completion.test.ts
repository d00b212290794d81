import { describe, expect, test } from 'vitest';
import { completeItem } from '../../src/domain/completion.ts';
import { undoItem } from '../../src/domain/undoing.ts';
import { completionMessage } from '../../src/views/completion.ts';
import { undoMessage } from '../../src/views/undoing.ts';
import { aCurriculum, aLearner, anItem, aPath, aPlace, at } from '../support/builders.ts';
import { buttonsOf, textOf } from '../support/read-message.ts';

const curriculum = aCurriculum({
  paths: [
    aPath('one', [
      [aPlace('a', { url: 'https://example.org/a' })],
      [aPlace('b', { days: 'Day 2', hours: { min: 3, max: 4 } })],
    ]),
    aPath('two', [['a', 's?']]),
  ],
  items: [anItem('a', { url: 'https://example.org/a' }), anItem('soon', { status: 'coming-soon' })],
  certificates: [{ id: 'c', title: 'Half *way*', pathId: 'two', itemIds: ['a'] }],
});
const now = at('2026-05-01');
const say = (id: string, learner = aLearner({ on: ['one', 'two'] })) =>
  completionMessage(
    completeItem(curriculum, learner, curriculum.items.get(id) ?? anItem(id), 'self-marked', now).outcome,
    curriculum.certificates,
    'en',
  );

describe('what a member reads after finishing an item', () => {
  test('what it was, what moved, what was completed and earned, and the next step with hours', () => {
    expect(textOf(say('a')).split('\n')).toEqual([
      '### ✅ Done: [Title of a](https://example.org/a)',
      '**Path one**',
      '▰▰▰▰▰▱▱▱▱▱ 50% · 1 of 2',
      '🪨 Stage complete: **Stage 1**',
      '**Path two**',
      '▰▰▰▰▰▰▰▰▰▰ 100% · 1 of 1',
      '🏁 **Path complete!**',
      '## 🎓 Certificate earned',
      '**Half \\*way\\***',
      '1 item · <t:1777626000:D>',
      'Say which name to print, and it is yours to keep and to show.',
      '-# Its role is on the way. Only you can see this.',
      '**Next:** Title of b',
      '-# Path one · Stage 2 · Day 2 · 3–4 h',
    ]);
    expect(buttonsOf(say('a'))).toEqual({
      'certificate/claim/c': 'Get it',
      'progress/done/b': 'Done',
      'progress/undo/a': 'Undo',
      'progress/show': 'My progress',
    });
  });

  test('that an item on no path of theirs counts all the same', () => {
    expect(textOf(say('z'))).toContain('It is on none of your paths');
  });

  test('that a path which has it as coming soon does not count it yet', () => {
    expect(textOf(say('s'))).toContain('On **Path two** it is marked Coming Soon');
  });

  test('without a path, that it counts, with the way to choose one', () => {
    const message = say('a', aLearner());
    expect(textOf(message)).toContain('You are not on a path yet');
    expect(buttonsOf(message)).toMatchObject({ 'path/pick': 'Choose a path' });
  });

  test('when it was done before', () => {
    expect(textOf(say('a', aLearner({ done: ['a'] })))).toContain('You marked it <t:1772442000:R>');
  });

  test('that what is coming soon cannot be done, with the next step instead', () => {
    const message = say('soon');
    expect(textOf(message)).toContain('Coming soon');
    expect(buttonsOf(message)).toHaveProperty('progress/done/a');
  });

  test('the nearest names for an unknown one, shown as typed', () => {
    const nearest = [anItem('a'), anItem('b'), anItem('c')];
    const message = completionMessage({ kind: 'unknown-item', asked: '**@everyone**', nearest }, new Map(), 'en');
    expect(textOf(message)).toContain('“\\*\\*@');
    expect(Object.keys(buttonsOf(message))).toEqual(['progress/done/a', 'progress/done/b', 'progress/done/c']);
  });

  test('that a later action of theirs decided', () => {
    expect(textOf(completionMessage({ kind: 'superseded', item: anItem('a') }, new Map(), 'en'))).toContain(
      'changed meanwhile',
    );
  });
});

describe('what a member reads about work to be shown', () => {
  const made = (id: string) => anItem(id, { asksForWork: true, title: `Lab ${id}` });
  const yard = aCurriculum({
    paths: [aPath('yard', [['x', 'l', 'p']])],
    items: [made('l'), made('p')],
    certificates: [
      { id: 'builder', title: 'Builder', pathId: 'yard', itemIds: ['x', 'l', 'p'], shown: ['l', 'p'] },
      { id: 'other', title: 'Other', pathId: 'yard', itemIds: ['x', 'l', 'p', 'q'], shown: ['l'] },
    ],
  });
  const told = (id: string, learner: ReturnType<typeof aLearner>, evidence: 'self-marked' | 'linked') =>
    completionMessage(
      completeItem(yard, learner, yard.items.get(id) ?? anItem(id), evidence, now).outcome,
      yard.certificates,
      'en',
    );

  test('that a mark without it counts on paths, which certificates want it, and where to show it', () => {
    const message = told('l', aLearner({ on: ['yard'] }), 'self-marked');
    expect(textOf(message)).toContain(
      '🔗 Marked without work shown: **Builder** and 1 more will want a link or a file.',
    );
    expect(buttonsOf(message)).toMatchObject({ 'progress/work/l': 'Show your work' });
  });

  test('nothing of the kind where work is shown or none is asked for', () => {
    expect(textOf(told('l', aLearner({ on: ['yard'] }), 'linked'))).toContain('🔗 With your work shown.');
    expect(buttonsOf(told('l', aLearner({ on: ['yard'] }), 'linked'))).not.toHaveProperty('progress/work/l');
    expect(textOf(told('x', aLearner({ on: ['yard'] }), 'self-marked'))).not.toContain('🔗');
  });

  test('what a finished certificate still waits for, with one choice for all of it', () => {
    const message = told('x', aLearner({ on: ['yard'], done: ['l', 'p'] }), 'self-marked');
    expect(textOf(message)).toContain('🎓 **Builder** now waits for work to be shown:\n- Lab l\n- Lab p');
    expect(JSON.stringify(message)).toContain('"custom_id":"progress/work"');
    const last = told('p', aLearner({ on: ['yard'], done: ['x', 'l'] }), 'linked');
    expect(textOf(last)).toContain('now waits for work to be shown:\n- Lab l');
    expect(buttonsOf(last)).toMatchObject({ 'progress/work/l': 'Show your work' });
  });

  test('that work shown later leaves the date, and earns what it was missing for', () => {
    const message = told('l', aLearner({ on: ['yard'], done: ['x', 'l'], shown: ['p'] }), 'linked');
    expect(textOf(message).split('\n').slice(0, 5)).toEqual([
      '### 🔗 Work shown: Lab l',
      'You marked it on <t:1772442000:D>; that date stays.',
      '## 🎓 Certificate earned',
      '**Builder**',
      '3 items · <t:1777626000:D>',
    ]);
  });

  test('that what is marked already can still be shown', () => {
    const message = told('l', aLearner({ on: ['yard'], done: ['l'] }), 'self-marked');
    expect(textOf(message)).toContain('Nothing changed.\n🔗 Marked without work shown');
    expect(buttonsOf(message)).toMatchObject({ 'progress/work/l': 'Show your work', 'progress/undo/l': 'Undo' });
  });

  test('a link given with an item that is unknown is given back', () => {
    const offered = { link: 'https://example.org/mine' };
    const message = completionMessage({ kind: 'unknown-item', asked: 'x', nearest: [], offered }, new Map(), 'en');
    expect(textOf(message)).toContain('The link you gave:\n```\nhttps://example.org/mine\n```');
  });
});

describe('what a member reads after taking a tick back', () => {
  const learner = {
    ...aLearner({ on: ['one'], done: ['a'] }),
    certificates: new Map([['c', { certificateId: 'c', at: now, curriculumVersion: '1', items: 1 }]]),
  };

  test('where the path stands now, and that the certificate stays', () => {
    const message = undoMessage(undoItem(curriculum, learner, anItem('a')), curriculum.certificates, 'en');
    expect(textOf(message)).toContain('▱▱▱▱▱▱▱▱▱▱ 0% · 0 of 2');
    expect(textOf(message)).toContain('You keep the certificate **Half \\*way\\***.');
    expect(buttonsOf(message)).toHaveProperty('progress/done/a');
  });

  test('what becomes of the work that was shown', () => {
    const outcome = undoItem(curriculum, learner, anItem('a'));
    if (outcome.kind !== 'undone') throw new Error('It was ticked.');
    const shown = { kind: 'link', url: 'https://example.org' } as const;
    expect(textOf(undoMessage({ ...outcome, shown }, new Map(), 'en'))).toContain('Its link is taken back with it.');
  });

  test('that there was nothing to take back', () => {
    expect(textOf(undoMessage({ kind: 'not-done', item: anItem('b') }, new Map(), 'en'))).toContain(
      'nothing to take back',
    );
  });
});
