/** Loading: everything at once, nothing that follows from something else, and a value nobody can change. */
import { expect, test } from 'vitest';
import { CurriculumError, loadCurriculum, loadData, readData } from '../../src/curriculum/load.ts';
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

test('a curriculum without kinds or sources is told so, not at every item', async () => {
  const problems = await problemsWith({
    'curriculum.yaml': 'title: Small\nedition: 3\nhandbook: https://example.org/book/\n',
  });
  expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual(['curriculum.yaml 7', 'curriculum.yaml 7']);
});

test('kinds are listed in the order of curriculum.yaml, whatever the files are called', async () => {
  const first = '  law: { file: laws.yaml, prefix: law- }\n';
  const { items } = await loadCurriculum(
    await folderOf({ 'curriculum.yaml': `${sound['curriculum.yaml']?.replace(first, '')}${first}` }),
  );
  expect([...items.values()].map(({ id, kind }) => `${kind} ${id}`)).toEqual([
    'pattern pattern-timeout',
    'law law-1',
    'law law-2',
  ]);
});

test('a community that teaches cooking needs no code, only files', async () => {
  const cooking = (text = '') => text.replaceAll('law-', 'recipe-').replaceAll('pattern-timeout', 'tool-knife');
  const { curriculum, community } = await loadData(
    await folderOf({
      'curriculum.yaml':
        'title: Cooking\nedition: 1\nhandbook: https://example.org/food/\nsources: [grandmother, overview, path-items]\nkinds:\n  recipe: { file: recipes.yaml, prefix: recipe- }\n  tool: { file: tools.yaml, prefix: tool- }\n',
      'items/laws.yaml': '',
      'items/patterns.yaml': '',
      'items/recipes.yaml':
        'recipe-1:\n  title: Soup\n  hours: { span: 2, source: grandmother }\nrecipe-2:\n  title: Bread\n',
      'items/tools.yaml': 'tool-knife:\n  title: Knife\n',
      ...Object.fromEntries(
        [level, 'paths/track/safety.yaml', 'certificates.yaml', 'references.yaml'].map(file => [
          file,
          cooking(sound[file]),
        ]),
      ),
      'community.yaml': 'name: Cooks\nroles:\n  cook: { name: Cook, emoji: 🍲, paths: [level-one] }\n',
    }),
  );
  expect([...curriculum.items.values()].map(({ id, kind, title }) => [kind, id, title])).toEqual([
    ['recipe', 'recipe-1', 'Soup'],
    ['recipe', 'recipe-2', 'Bread'],
    ['tool', 'tool-knife', 'Knife'],
  ]);
  expect(community.roles.map(({ name }) => name)).toEqual(['Cook']);
});

test('an item that is itself wrong still exists for those who refer to it', async () => {
  const problems = await problemsWith(edited('items/laws.yaml', 'title: "Law 1"', 'titel: "Law 1"'));
  expect(problems.map(({ line, rule }) => `${line} ${rule}`)).toEqual(['1 7', '2 6']);
});

test('a folder that isn’t there is told with its files, not thrown', async () => {
  const read = await readData(`${await folderOf()}/nowhere`);
  expect('problems' in read && read.problems.length).toBe(9);
});

test('starting with a broken curriculum stops with a message for the person who starts', async () => {
  const dir = await folderOf(edited('items/laws.yaml', 'page:', 'pgae:'));
  const fault = await loadCurriculum(dir).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(CurriculumError);
  expect(fault).toMatchObject({ exitCode: 78, problems: [{ file: 'items/laws.yaml', line: 3, rule: 6 }] });
  expect((fault as Error).message).toContain(`${dir}/items/laws.yaml:3: rule 6: There is no key "pgae" here.`);
});

test('files of other rooms beside the curriculum are left alone', async () => {
  expect(await problemsWith({ 'README.md': '# Hello', 'items/.swap': '' })).toEqual([]);
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

test('what the community looks like on Discord is nothing to the curriculum’s version', async () => {
  const version = async (changes: Record<string, string>) => (await loadCurriculum(await folderOf(changes))).version;
  expect(await version(edited('community.yaml', 'Great Hall', 'Small Hall'))).toBe(await version({}));
});

test('the shortest community has a name and nothing else', async () => {
  const { community } = await loadData(await folderOf({ 'community.yaml': 'name: Short\n' }));
  expect(community).toEqual({
    name: 'Short',
    roles: [],
    categories: [],
    studyGroups: [],
    officeHours: [],
    mentorPools: [],
  });
});

test('nothing of a loaded community can be changed', async () => {
  const { community } = await loadData(await folderOf());
  expect([community, community.roles[0], community.categories[0]?.channels[0]?.sees].every(Object.isFrozen)).toBe(true);
});

test('whoever sees a channel may write in it, unless the file says otherwise', async () => {
  const { community } = await loadData(
    await folderOf(edited('community.yaml', 'sees: [learner], writes: [learner]', 'sees: [learner]')),
  );
  expect(community.categories.flatMap(({ channels }) => channels)).toEqual([
    { key: 'talk', name: 'talk', kind: 'text', topic: 'A topic', sees: ['learner'], writes: ['learner'] },
    { key: 'hall', name: 'Great Hall', kind: 'voice', sees: 'everyone', writes: 'everyone' },
    { key: 'organisers', name: 'organisers', kind: 'text', sees: 'nobody', writes: 'nobody' },
  ]);
});

test('a meeting’s days come in the order of the week, with its zone where it has one', async () => {
  const { community } = await loadData(
    await folderOf(edited('community.yaml', '[Monday], at: "19:00"', '[Friday, Monday], at: 19:00')),
  );
  expect(community.studyGroups).toEqual([
    {
      key: 'group',
      title: 'Group',
      paths: ['level-one'],
      channel: 'talk',
      voice: 'hall',
      role: 'pinged',
      meets: [{ days: ['Monday', 'Friday'], at: '19:00', minutes: 60 }],
    },
  ]);
  expect(community.officeHours[0]?.meets[0]?.zone).toBe('Europe/Berlin');
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
