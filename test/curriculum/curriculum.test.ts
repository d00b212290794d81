/** The whole curriculum: items, certificates, lists, and what the README says about them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { openPlaces } from '../../src/domain/next.ts';
import { buildIndex, findExact } from '../../src/domain/search.ts';

const curriculum = await loadCurriculum('data');
const items = [...curriculum.items.values()];
const places = [...curriculum.paths.values()].flatMap(path =>
  path.stages.flatMap(stage => stage.places.map(place => ({ path: path.id, ...place }))),
);

test('there are seven laws and five pillars, and no fewer of the rest than the sources name', () => {
  const count = (kind: string) => items.filter(item => item.kind === kind).length;
  expect([count('law'), count('pillar')]).toEqual([7, 5]);
  const named = { pattern: 72, 'case-study': 37, quantitative: 12, 'human-factors': 11, theory: 18, exercise: 15 };
  for (const [kind, least] of Object.entries(named)) expect(count(kind), kind).toBeGreaterThanOrEqual(least);
});

test.each([
  ['law', ['law-1', 'law-2', 'law-3', 'law-4', 'law-5', 'law-6', 'law-7']],
  ['pillar', ['pillar-1', 'pillar-2', 'pillar-3', 'pillar-4', 'pillar-5']],
  ['lab', ['lab-circuit-breaker', 'lab-event-sourced-order-system']],
  ['project', ['project-distributed-counter', 'project-distributed-chat', 'project-monolith-to-microservices']],
  ['capstone', ['capstone-deploy-with-monitoring', 'capstone-system-design-presentation']],
  ['tool', ['tool-capacity-planning-calculator']],
])('every %s of the documents is an item', (kind, ids) => {
  expect(items.filter(item => item.kind === kind).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['Law 1: The Inevitability of Failure', 'law-1'],
  ['Correlated Failure at Scale', 'law-1'],
  ['Multidimensional Optimization', 'law-4'],
  ['Law 5: Epistemology', 'law-5'],
  ['pillar-work', 'pillar-1'],
  ['Intelligence Distribution', 'pillar-5'],
  ['Health Checks', 'pattern-health-check'],
  ['Sharding Strategies', 'pattern-sharding'],
  ['Caching', 'pattern-caching-strategies'],
  ['Write Behind Cache', 'pattern-write-behind-cache'],
  ['Queueing Models', 'quant-queueing-theory'],
  ['Incident Management', 'human-incident-response'],
  ['Chaos Practices', 'human-chaos-engineering'],
  ['How Amazon organizes teams', 'case-amazon-two-pizza-teams'],
  ["Spotify's Migration", 'case-spotify-migration'],
  ['Spotify', 'case-spotify'],
  ['TCO Calculator', 'exercise-tco-calculator'],
])('"%s" is found as %s', (title, id) => {
  expect(findExact(buildIndex(items), title)?.id).toBe(id);
});

test('coming soon are five places, and one item that has no other', () => {
  expect(places.filter(({ comingSoon }) => comingSoon).map(({ path, itemId }) => `${path}: ${itemId}`)).toEqual([
    'level-practitioner: pattern-service-mesh',
    'level-architect: quant-cost-optimization',
    'level-leader: pattern-finops',
    'data-engineering: pattern-cdc',
    'cloud: pattern-multi-region',
  ]);
  expect(items.filter(({ status }) => status !== 'active').map(({ id }) => id)).toEqual(['quant-cost-optimization']);
});

test('the eight certificates close the level paths and the tracks', () => {
  const found = [...curriculum.certificates.values()].map(({ id, title, pathId, itemIds, completed }) => [
    id,
    title,
    pathId,
    itemIds.length,
    completed?.kinds.join(' or ') ?? '',
  ]);
  expect(found).toEqual([
    ['foundation', 'Distributed Systems Foundation', 'level-beginner', 19, ''],
    ['practitioner', 'Distributed Systems Practitioner', 'level-practitioner', 15, ''],
    ['architect', 'Distributed Systems Architect', 'level-architect', 20, ''],
    ['leader', 'Distributed Systems Leader', 'level-leader', 7, ''],
    ['security-specialist', 'Security Specialist', 'security', 4, 'role or level'],
    ['data-systems-expert', 'Data Systems Expert', 'data-engineering', 3, 'role or level'],
    ['ml-systems-architect', 'ML Systems Architect', 'ai-ml', 4, 'role or level'],
    ['cloud-native-expert', 'Cloud Native Expert', 'cloud', 3, 'role or level'],
  ]);
});

test('the level certificates want every project, lab and capstone shown, and members are asked for exactly those', () => {
  const asked = items.filter(({ asksForWork }) => asksForWork).map(({ id }) => id);
  const levels = [...curriculum.certificates.values()].filter(({ completed }) => completed === undefined);
  expect(levels.map(({ id, shown }) => [id, shown ?? []])).toEqual([
    [
      'foundation',
      [
        'project-distributed-counter',
        'lab-circuit-breaker',
        'project-distributed-chat',
        'capstone-deploy-with-monitoring',
      ],
    ],
    ['practitioner', ['lab-event-sourced-order-system', 'project-monolith-to-microservices']],
    ['architect', ['capstone-system-design-presentation']],
    ['leader', []],
  ]);
  expect(new Set(levels.flatMap(({ shown }) => shown ?? []))).toEqual(new Set(asked));
});

test('every path of the overview starts with Law 1', () => {
  const ids = [...'new-graduate senior-engineer manager architect consistency performance cost reliability'.split(' ')];
  const first = ids.map(id => {
    const path = curriculum.paths.get(id);
    return path && openPlaces(path, curriculum, new Map())[0]?.itemId;
  });
  expect(first).toEqual(ids.map(() => 'law-1'));
});

test('the reference lists lead to the documents’ pages and items', () => {
  const base = 'https://deepaucksharma.github.io/DStudio/';
  expect(
    curriculum.references.map(({ title, entries }) => [
      title,
      entries.map(({ label, itemId, url }) => [label, itemId ?? url?.replace(base, '')]),
    ]),
  ).toEqual([
    [
      'Essential Starting Points',
      [
        ['7 Laws Overview', 'core-principles/laws/'],
        ['Case Studies Index', 'architects-handbook/case-studies/'],
        ['Pattern Catalog', 'theory-pattern-index'],
        ['Quantitative Toolkit', 'analysis/'],
        ['Human Factors', 'human-overview'],
      ],
    ],
    [
      'Most Popular Content',
      [
        ['Correlated Failure Examples', 'theory-correlated-failure-examples'],
        ['Amazon DynamoDB', 'case-amazon-dynamodb'],
        ['Circuit Breaker', 'pattern-circuit-breaker'],
        ["Little's Law", 'quant-littles-law'],
        ['On-Call Culture', 'human-on-call-culture'],
      ],
    ],
  ]);
});

test('there are six checkpoints and four milestones', () => {
  const shown = (kind: string) =>
    curriculum.milestones
      .filter(milestone => milestone.kind === kind)
      .map(({ title, weeks }) => (weeks ? `${weeks.min}-${weeks.max} ${title}` : title));
  expect(shown('checkpoint')).toEqual([
    '1-2 Understand fundamental laws',
    '3-4 Master distribution pillars',
    '5-6 Apply essential patterns',
    '7-8 Build real projects',
    '9-10 Design complex systems',
    '11-12 Interview preparation',
  ]);
  expect(shown('milestone')).toEqual([
    'Complete Foundations',
    'Master 10 Patterns',
    'Design First System',
    'Deploy to Production',
  ]);
});

test('the README’s table of merges is true: each name leads to the item it is listed with', () => {
  const readme = readFileSync('data/README.md', 'utf8');
  const rows = [...readme.matchAll(/^\| `([a-z0-9-]+)` \| (.+?) \| (.+) \|$/gm)];
  const index = buildIndex(items);
  expect(rows.length).toBeGreaterThan(60);
  for (const [, id, title, others = ''] of rows)
    for (const name of [title ?? '', ...others.split(' · ')])
      expect(`${name} → ${findExact(index, name)?.id}`).toBe(`${name} → ${id}`);
});

test('every item with another name is in the README’s table of merges', () => {
  const readme = readFileSync('data/README.md', 'utf8');
  const named = items.filter(({ aliases }) => aliases.length > 0);
  expect(named.filter(({ id }) => !readme.includes(`| \`${id}\` |`)).map(({ id }) => id)).toEqual([]);
});

test('items that share a page are explained in the README', () => {
  const readme = readFileSync('data/README.md', 'utf8');
  const shared = [...Map.groupBy(items, ({ url }) => url)].filter(([url, all]) => url && all.length > 1);
  expect(shared.length).toBe(16);
  for (const [, all] of shared) expect(readme).toContain(`| ${all.map(({ id }) => `\`${id}\``).join(', ')} |`);
});
