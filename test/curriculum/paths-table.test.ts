/** Role and topic paths against the handbook's weekly table: every row at its place, in its order, and nothing else. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import type { Stage } from '../../src/domain/curriculum.ts';

const curriculum = await loadCurriculum('data');

interface Row {
  readonly days: string;
  readonly title: string;
  readonly page: string;
  readonly hours: string;
}
interface TableStage {
  readonly phase: string;
  readonly week: string;
  readonly rows: Row[];
}

/** Stages of each path of the table, by "kind/id". */
const table = new Map<string, TableStage[]>();
for (const line of readFileSync('test/curriculum/fixtures/path-items.txt', 'utf8').trimEnd().split('\n')) {
  const last = [...table.values()].at(-1);
  if (line.startsWith('= ')) table.set(line.slice(2), []);
  else if (line.startsWith('- ')) {
    const [phase = '', week = ''] = line
      .slice(2)
      .split(' |')
      .map(part => part.trim());
    last?.push({ phase, week, rows: [] });
  } else if (!line.startsWith('# ')) {
    const [days = '', title = '', page = '', hours = ''] = line.split('\t');
    last?.at(-1)?.rows.push({ days, title, page, hours });
  }
}

/** Rows that are no place of their own, since what they name stands earlier on the path. */
const namedBefore = new Set([
  'role/manager: Law 4: Trade-offs',
  'role/manager: Law 7: Economic Reality',
  'role/manager: Law 1: Correlated Failure',
  'role/manager: Law 6: Cognitive Load',
  'topic/reliability: Chaos Practices',
]);
/** Rows without a page whose item has one: the documents link it, or the page has the same subject. */
const pagesFromElsewhere = new Set(['Consistency Models', 'Zero Trust']);
const allLaws = [1, 2, 3, 4, 5, 6, 7].map(number => curriculum.items.get(`law-${number}`)?.title ?? '');

const expectedRows = (path: string, { rows }: TableStage) =>
  rows
    .filter(({ title }) => !namedBefore.has(`${path}: ${title}`))
    .flatMap(row =>
      row.title === 'The 7 Laws Overview' ? allLaws.map(title => ({ ...row, title, page: '' })) : [row],
    );

const span = (hours: { min: number; max: number } | undefined) =>
  !hours ? '' : hours.min === hours.max ? `${hours.min}` : `${hours.min}-${hours.max}`;

test('the table is the whole one: 234 rows on 8 paths', () => {
  const rows = [...table.values()].flat().flatMap(stage => stage.rows);
  expect([table.size, rows.length]).toEqual([8, 234]);
});

test.each([...table.keys()])('%s has the stages of the table, in order, then one more', key => {
  const [kind, id = ''] = key.split('/');
  const path = curriculum.paths.get(id);
  expect(path?.kind).toBe(kind);
  const stages = table.get(key)?.map(({ phase, week }) => (week ? { phase, title: week } : { title: phase })) ?? [];
  expect(path?.stages.map(({ title, phase }) => (phase ? { phase, title } : { title }))).toEqual([
    ...stages,
    { title: 'Also in this path' },
  ]);
});

test.each([...table.keys()])('%s has every item of the table at its place', key => {
  const stages = curriculum.paths.get(key.split('/')[1] ?? '')?.stages.slice(0, -1) ?? [];
  const shown = (stage: Stage) => stage.places.map(({ title, days = '' }) => ({ title, days }));
  const expected = table.get(key)?.map(stage => expectedRows(key, stage).map(({ title, days }) => ({ title, days })));
  expect(stages.map(shown)).toEqual(expected);
});

test.each([...table.keys()])('%s has the pages and hours of the table', key => {
  const stages = curriculum.paths.get(key.split('/')[1] ?? '')?.stages ?? [];
  const rows = table.get(key)?.flatMap(stage => expectedRows(key, stage)) ?? [];
  const places = stages.slice(0, -1).flatMap(stage => stage.places);
  expect(places).toHaveLength(rows.length);
  for (const [index, { title, page, hours }] of rows.entries()) {
    const place = places[index];
    if (page) expect(place?.url, title).toBe(`https://deepaucksharma.github.io/DStudio/${page}`);
    else if (!allLaws.includes(title)) expect(place?.url !== undefined, title).toBe(pagesFromElsewhere.has(title));
    if (hours) expect(span(place?.hours), title).toBe(hours);
  }
});

test('the weeks of a stage are those of its title', () => {
  const weeks = (id: string) => curriculum.paths.get(id)?.stages.map(stage => span(stage.weeks));
  expect(weeks('new-graduate')).toEqual(['1', '2', '3', '4-5', '6', '7', '8-9', '10', '']);
  expect(weeks('senior-engineer')).toEqual(['1', '2', '3-4', '5-6', '7', '8-9', '10-11', '12', '13', '']);
  expect(weeks('manager')).toEqual(['1', '2', '3', '4', '5', '6', '7-8', '']);
  expect(weeks('architect')).toEqual(['1', '2', '3-4', '5-6', '9-10', '12', '']);
  expect(weeks('consistency')).toEqual(['1', '3', '4', '5', '6', '']);
  expect(weeks('performance')).toEqual(['1', '2', '3', '4', '5', '6', '']);
  expect(weeks('cost')).toEqual(['1', '3', '5', '']);
  expect(weeks('reliability')).toEqual(['1', '2', '3', '4', '6', '']);
});

test('what only a document names closes the path', () => {
  const also = (id: string) =>
    curriculum.paths
      .get(id)
      ?.stages.at(-1)
      ?.places.map(({ title }) => title);
  expect(also('new-graduate')).toEqual([
    'Correlated Failure Examples',
    'Law 1 exercises',
    'Rate Limiter Case Study',
    'Availability Math',
  ]);
  expect(also('senior-engineer')).toEqual([
    'Law Mapping Tables',
    'Distributed Knowledge',
    'Economic Reality',
    'YouTube',
    'PayPal',
    'Uber',
    'Human Factors',
  ]);
  expect(also('manager')).toEqual(['Trade-off Matrices']);
  expect(also('architect')).toEqual(['Pattern Index', 'Review each relevant pattern', 'Study relevant case studies']);
  expect(also('consistency')).toEqual([
    'Law 1: Correlated Failure',
    'Law 2: Asynchronous Reality',
    'Law 5: Epistemology',
    'PayPal Payments',
    'Distributed Knowledge Exercises',
    'Consistency Tuning',
  ]);
  expect(also('performance')).toEqual([
    'Law 1: Correlated Failure',
    'Law 4: Trade-offs',
    'Law 3: Emergence',
    'Caching Strategies',
    'YouTube',
    'Spotify',
  ]);
  expect(also('cost')).toEqual([
    'Law 1: Correlated Failure',
    'Total Cost of Ownership Calculator',
    'Build vs Buy Decision Framework',
    'Economics rows in law mapping tables',
    'Cost trade-offs in architecture alternatives',
    'Cloud Cost Optimization Strategies',
    'Multi-Region Deployment Cost Analysis',
  ]);
  expect(also('reliability')).toEqual(['Law 5: Epistemology', 'Theoretical Foundations']);
});
