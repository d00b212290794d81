/** Files made to hurt: each ends in a problem, quickly, never in a hang, a crash or a wrong value. */
import { expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { edited, folderOf, problemsWith } from './data-folder.ts';

const laws = 'items/laws.yaml';
const law = (title: string) => `law-1:\n  title: ${title}\nlaw-2:\n  title: Two\n`;

test.each([
  ['deep brackets', '['.repeat(200_000)],
  ['deep braces', 'a: '.concat('{a: '.repeat(50_000))],
  ['deep dashes', '- '.repeat(100_000)],
  ['deep keys', '? '.repeat(100_000)],
  ['deep indents', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
])('%s are refused as too deep', async (_, text) => {
  expect(await problemsWith({ [laws]: text })).toMatchObject([{ file: laws, rule: 5 }]);
});

test('an alias bomb is refused before it grows', async () => {
  const bomb = Array.from({ length: 60 }, (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}]`);
  const problems = await problemsWith({ [laws]: `a0: &a0 [x]\n${bomb.join('\n')}\n` });
  expect(problems.filter(({ rule }) => rule === 5).length).toBeGreaterThan(60);
});

test('merge keys are keys nobody knows', async () => {
  const problems = await problemsWith({ [laws]: 'law-1: &one\n  title: One\nlaw-2:\n  <<: *one\n' });
  expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['2 5', '3 7', '4 5', '4 6'].toSorted());
});

test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
  'the key %s is only an unknown key',
  async key => {
    const problems = await problemsWith(edited(laws, '  page: laws/one/', `  ${key}: { title: x }`));
    expect(problems).toMatchObject([{ file: laws, line: 3, rule: 6 }]);
  },
);

test.each([
  ['012', 'the value 12'],
  ['0x1f', 'the value 31'],
  ['1e3', 'the value 1000'],
  ['true', 'the value true'],
  ['~', 'nothing'],
  ['', 'nothing'],
  ['{ a: b }', 'a mapping'],
])('a title written as %s is not guessed at', async (title, said) => {
  const problems = await problemsWith({ [laws]: law(title) });
  expect(problems).toMatchObject([{ file: laws, line: title ? 2 : 2, rule: 8 }]);
  expect(problems[0]?.message).toContain(`not ${said}.`);
});

test.each(['no', 'yes', '2026-01-01', '1_000'])('a title written as %s is text', async title => {
  const { items } = await loadCurriculum(await folderOf({ [laws]: law(title) }));
  expect(items.get('law-1')?.title).toBe(title);
});

test.each([
  ['"a\\0b"', 11],
  ['"a\\u2028b"', 11],
  ['"a\\uDC00b"', 11],
  ['"a\\nb"', 11],
  ['a\u0000b', 2],
])('the title %j is refused', async (title, rule) => {
  expect(await problemsWith({ [laws]: law(title) })).toMatchObject([{ file: laws, rule }]);
});

test('a file that is not UTF-8 is refused', async () => {
  const bytes = Buffer.from(law('Größe'), 'latin1');
  expect(await problemsWith({ [laws]: bytes })).toMatchObject([{ file: laws, line: 1, rule: 2 }]);
});

test('tabs as indents are told with their line', async () => {
  expect(await problemsWith({ [laws]: 'law-1:\n\ttitle: One\n' })).toMatchObject([{ file: laws, line: 2, rule: 3 }]);
});

test('an empty file is told as one that holds nothing', async () => {
  expect(await problemsWith({ 'prerequisites.yaml': '# nothing\n' })).toContainEqual(
    expect.objectContaining({ file: 'prerequisites.yaml', rule: 8 }),
  );
});
