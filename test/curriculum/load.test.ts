/** Loading: everything at once, nothing that follows from something else, and a value nobody can change. */
import { expect, test } from 'vitest';
import { CurriculumError, loadCurriculum, readCurriculum } from '../../src/curriculum/load.ts';
import { edited, folderOf, problemsWith, sound } from './data-folder.ts';

const level = 'paths/level/level-one.yaml';

test('problems in several files are all told, by file and line', async () => {
  const problems = await problemsWith({
    ...edited('items/laws.yaml', 'page:', 'pgae:'),
    ...edited(level, 'difficulty: Beginner', 'difficulty: 3'),
    ...edited('certificates.yaml', 'path: safety', 'path: safty'),
    ...edited('prerequisites.yaml', 'text: Patience', 'text: "Patience'),
  });
  expect(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    'certificates.yaml:8 17',
    'items/laws.yaml:3 6',
    `${level}:6 8`,
    'prerequisites.yaml:2 3',
  ]);
});

test('several problems in one entry are all told', async () => {
  const problems = await problemsWith(
    edited('items/laws.yaml', '  page: laws/one/', '  page: nowhere/\n  hours: { span: x }'),
  );
  expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['3 18', '4 7', '4 10']);
});

test('a file that can’t be read is told once, not at every place that refers to it', async () => {
  const broken = { 'items/laws.yaml': 'law-1: [', 'pages.yaml': '', 'prerequisites.yaml': '"' };
  const problems = await problemsWith(broken);
  expect(problems.map(({ file }) => file)).toEqual(['items/laws.yaml', 'pages.yaml', 'prerequisites.yaml']);
});

test('an item that is itself wrong still exists for those who refer to it', async () => {
  const problems = await problemsWith(edited('items/laws.yaml', 'title: "Law 1"', 'titel: "Law 1"'));
  expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['1 7', '2 6']);
});

test('a folder that isn’t there is told with its files, not thrown', async () => {
  const read = await readCurriculum(`${await folderOf()}/nowhere`);
  expect('problems' in read && read.problems.length).toBe(8);
});

test('starting with a broken curriculum stops with a message for the person who starts', async () => {
  const dir = await folderOf(edited('items/laws.yaml', 'page:', 'pgae:'));
  const fault = await loadCurriculum(dir).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(CurriculumError);
  expect(fault).toMatchObject({ exitCode: 78, problems: [{ file: 'items/laws.yaml', line: 3, rule: 6 }] });
  expect((fault as Error).message).toContain(`${dir}/items/laws.yaml:3: rule 6: There is no key "pgae" here.`);
});

test('files of other rooms beside the curriculum are left alone', async () => {
  expect(await problemsWith({ 'community.yaml': '[', 'README.md': '# Hello', 'items/.swap': '' })).toEqual([]);
});

test('the version changes with the edition and the contents, not with line ends', async () => {
  const version = async (changes: Record<string, string>) => (await loadCurriculum(await folderOf(changes))).version;
  const [plain, windows, edited3] = await Promise.all([
    version({}),
    version(Object.fromEntries(Object.entries(sound).map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]))),
    version(edited('items/laws.yaml', 'Second Law', 'Law the Second')),
  ]);
  expect(plain).toMatch(/^3\+[0-9a-f]{8}$/);
  expect(windows).toBe(plain);
  expect(edited3).not.toBe(plain);
});

test('nothing of a loaded curriculum can be changed', async () => {
  const curriculum = await loadCurriculum(await folderOf());
  const path = curriculum.paths.get('level-one');
  expect(() => (curriculum.items as Map<string, unknown>).clear()).toThrow(TypeError);
  expect(() => (curriculum.paths as Map<string, unknown>).set('x', {})).toThrow(TypeError);
  expect(
    [curriculum, path, path?.stages, path?.stages[0]?.places[0], curriculum.references[0]?.entries[0]].every(
      Object.isFrozen,
    ),
  ).toBe(true);
});

test('a place shows the path’s title, days and hours, else the item’s, and the item’s page', async () => {
  const dir = await folderOf(
    edited(level, '[law-1, law-2]', '[{ item: law-1, title: First Law, days: Day 1-2, hours: 2 }, law-2]'),
  );
  const { items, paths } = await loadCurriculum(dir);
  expect(paths.get('level-one')?.stages).toEqual([
    {
      title: 'Week 1: Start',
      weeks: { min: 1, max: 1 },
      places: [
        {
          itemId: 'law-1',
          title: 'First Law',
          url: 'https://example.org/book/laws/one/',
          days: 'Day 1-2',
          hours: { min: 2, max: 2 },
          comingSoon: false,
        },
        { itemId: 'law-2', title: 'Law 2', comingSoon: false },
      ],
    },
  ]);
  expect(items.get('law-1')?.aliases).toEqual(['First Law']);
});
