import { describe, expect, test } from 'vitest';
import type { KeepOutcome } from '../../src/domain/evidence.ts';
import type { LinkFault } from '../../src/domain/work-link.ts';
import { keptMessage, notTakenMessage, workMessage } from '../../src/views/work.ts';
import { workForm } from '../../src/views/work-form.ts';
import { anItem } from '../support/builders.ts';
import { buttonsOf, sizeOf, textOf } from '../support/read-message.ts';

const item = anItem('lab-1', { title: 'Build *it*', url: 'https://example.org/lab', asksForWork: true });
const question = { item, isTicked: false, takesFiles: true };
const fieldsOf = (form: ReturnType<typeof workForm>) =>
  form.fields.flatMap(field => ('component' in field ? [field.component] : []));

describe('the form in which work is shown', () => {
  test('asks for a link or a file, neither required, and says what leaving both empty means', () => {
    const form = workForm(question);
    expect(form).toMatchObject({ title: 'Show your work', customId: 'progress/done/lab-1' });
    expect(fieldsOf(form)).toMatchObject([
      { custom_id: 'link', required: false },
      { custom_id: 'file', required: false, min_values: 0 },
    ]);
    expect(JSON.stringify(form.fields[0])).toContain('Build \\\\*it\\\\*');
    expect(JSON.stringify(form.fields[0])).toContain('Leave both empty to mark it without');
  });

  test('says before a link is given that others will see it, and of a file that only the organisers do', () => {
    const [, link, file] = workForm(question).fields;
    expect(link).toMatchObject({ description: expect.stringContaining('Whoever reads your certificate sees it') });
    expect(file).toMatchObject({ description: expect.stringContaining('Only the organisers see it') });
  });

  test('asks for a link alone where files have no place', () => {
    const form = workForm({ ...question, takesFiles: false });
    expect(fieldsOf(form).map(field => 'custom_id' in field && field.custom_id)).toEqual(['link']);
    expect(JSON.stringify(form)).not.toContain('file');
  });

  test('holds what was typed, or the link shown so far', () => {
    const shown = { kind: 'link', url: 'https://example.org/a' } as const;
    expect(fieldsOf(workForm({ ...question, shown }))[0]).toMatchObject({ value: shown.url });
    expect(fieldsOf(workForm({ ...question, shown }, 'exmple'))[0]).toMatchObject({ value: 'exmple' });
    expect(JSON.stringify(workForm({ ...question, isTicked: true }))).toContain('keeps its date');
  });

  test('stays within what Discord takes', () => {
    const form = workForm({ ...question, item: anItem('x'.repeat(80), { title: 'T'.repeat(100) }) });
    expect(form.title.length).toBeLessThanOrEqual(45);
    expect(form.customId.length).toBeLessThanOrEqual(100);
    for (const field of form.fields) {
      if (!('label' in field)) continue;
      expect(field.label?.length).toBeLessThanOrEqual(45);
      expect(field.description?.length).toBeLessThanOrEqual(100);
    }
  });
});

describe('a link that can’t be taken', () => {
  const say = (asked: string, why: LinkFault = 'no-address', hadFile = false) =>
    notTakenMessage({ kind: 'bad-link', item, asked, why, hadFile });

  test.each([
    ['no-address', 'looks like `https://'],
    ['too-long', '512 characters'],
    ['expires', 'stop working after a day'],
    ['private', 'Only your own computer'],
  ] as const)('(%s) is told with what to do', (why, words) => {
    expect(textOf(say('x', why))).toContain(words);
  });

  test('is given back as typed, and a short one stands in the form again', () => {
    const message = say('git hub/ada', 'no-address', true);
    expect(textOf(message)).toContain('```\ngit hub/ada\n```');
    expect(textOf(message)).toContain('choose your file once more');
    expect(buttonsOf(message)).toEqual({
      'progress/work/lab-1/git%20hub%2Fada': 'Try again',
      'progress/mark/lab-1': 'Mark it without',
      'progress/show': 'My progress',
    });
  });

  test('fits, however long and odd it is', () => {
    for (const asked of ['x'.repeat(6000), '```'.repeat(300), '\ud800', '@everyone https://evil.example']) {
      const size = sizeOf(say(asked));
      expect(size.longestId).toBeLessThanOrEqual(100);
      expect(size.characters).toBeLessThanOrEqual(4000);
    }
    expect(textOf(say('a ``` b'))).toContain('a ˋˋˋ b');
  });
});

describe('a file that can’t be taken', () => {
  const refusals: readonly [Exclude<KeepOutcome, { kind: 'kept' }>, string][] = [
    [{ kind: 'no-channel' }, 'no private place for them. A link works'],
    [{ kind: 'too-large', most: 8 * 2 ** 20 }, 'more than 8 MB'],
    [{ kind: 'empty' }, 'There is nothing in **a\\*.png**'],
    [{ kind: 'wrong-type', taken: ['PNG', 'PDF'] }, 'taken: PNG, PDF'],
    [{ kind: 'failed' }, 'Try again in a minute'],
  ];

  test.each(refusals)('(%j) is told with what to do, and that nothing changed', (why, words) => {
    const message = notTakenMessage({ kind: 'not-kept', item, fileName: 'a*.png', why });
    expect(textOf(message)).toContain(words);
    expect(textOf(message)).toContain('Nothing changed for [Build \\*it\\*](https://example.org/lab).');
    expect(buttonsOf(message)).toMatchObject({ 'progress/work/lab-1': 'Try again' });
  });
});

test('a file that was left out beside a link is named with the answer', () => {
  const superseded = { kind: 'superseded', item } as const;
  expect(textOf(workMessage({ ...superseded, isFileLeftOut: true }, new Map(), 'en'))).toContain('file was left out');
  expect(textOf(workMessage(superseded, new Map(), 'en'))).not.toContain('left out');
});

test('above a kept file stands whose it is and for what, and nobody is pinged', () => {
  const message = keptMessage('1200', item);
  expect(textOf(message)).toContain('<@1200> shows their work.');
  expect(textOf(message)).toContain('[Build \\*it\\*](https://example.org/lab)');
  expect(message.pings).toBeUndefined();
});
