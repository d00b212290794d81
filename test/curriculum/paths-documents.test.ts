/** Level paths, tracks, short variants and every path's figures, against the two documents. */
import { expect, test } from 'vitest';
import { loadCurriculum } from '../../src/curriculum/load.ts';
import { outlines } from './fixtures/outlines.ts';

const curriculum = await loadCurriculum('data');

const span = (figure: { min: number; max: number } | undefined) =>
  !figure ? '–' : figure.min === figure.max ? `${figure.min}` : `${figure.min}-${figure.max}`;

/** id: duration, hours a week, difficulty, outcome. */
const figures: Readonly<Record<string, readonly [string, string, string, string]>> = {
  'new-graduate': ['10-12 weeks', '10-15', 'Beginner → Intermediate', 'Interview ready, junior role capable'],
  'senior-engineer': ['6-8 weeks', '8-10', 'Intermediate → Advanced', 'Staff engineer ready, can lead design'],
  manager: ['4-6 weeks', '5-8', 'Intermediate', 'Make informed decisions, guide teams'],
  architect: ['8-10 weeks', '10-12', 'Advanced → Expert', 'Design enterprise systems'],
  'new-graduate-6-weeks': ['6 weeks', '15-20', 'Beginner → Intermediate', 'A strong foundation in distributed systems'],
  'senior-fast-track': ['1 weeks', '14-21', 'Intermediate → Advanced', 'Weigh truth, certainty and cost in a design'],
  'senior-architecture-focus': [
    '2 weeks',
    '10-15',
    'Intermediate → Advanced',
    'Compare architectures and design for those on call',
  ],
  'executive-3-days': ['3 days', '–', 'Intermediate', 'Make strategic technical decisions'],
  'pattern-first-1-week': ['1 weeks', '8-10', 'Advanced → Expert', 'Design systems that meet business requirements'],
  consistency: ['6 weeks', '7', 'Intermediate', 'Choose and defend a consistency model for the system at hand'],
  performance: ['6 weeks', '7', 'Advanced', 'Find the bottleneck of a growing system and move it'],
  cost: ['5 weeks', '7', 'Intermediate', 'Put a price on a design and know how to lower it'],
  reliability: ['7 weeks', '7', 'Advanced', 'Keep a service dependable and recover calmly when it fails'],
  'level-beginner': [
    '6-8 weeks',
    '15-20',
    'Beginner',
    'A solid understanding of distributed systems, from first principles',
  ],
  'level-practitioner': ['4-6 weeks', '10-15', 'Intermediate', 'Master practical patterns for production systems'],
  'level-architect': ['3-4 weeks', '8-10', 'Advanced', 'Design large-scale systems with confidence'],
  'level-leader': ['1-2 weeks', '5-8', 'Expert', 'Make strategic technical decisions and lead distributed teams'],
  security: ['4 weeks', '–', 'Specialized', 'Security Specialist'],
  'data-engineering': ['6 weeks', '–', 'Specialized', 'Data Systems Expert'],
  'ai-ml': ['8 weeks', '–', 'Specialized', 'ML Systems Architect'],
  cloud: ['5 weeks', '–', 'Specialized', 'Cloud Native Expert'],
};

test('every path has the duration, hours, difficulty and outcome of its source, in the order of a picker', () => {
  const found = [...curriculum.paths.values()].map(({ id, duration, hoursPerWeek, difficulty, outcome }) => [
    id,
    [`${span(duration.span)} ${duration.unit}`, span(hoursPerWeek), difficulty, outcome],
  ]);
  expect(found).toEqual(Object.entries(figures));
});

test('audiences and what is learned are those of the overview for its paths', () => {
  const said = (id: string) => [curriculum.paths.get(id)?.audience, ...(curriculum.paths.get(id)?.learn ?? [])];
  expect(['new-graduate', 'senior-engineer', 'manager', 'architect'].map(said)).toEqual([
    [
      '0-2 years experience',
      '7 fundamental laws',
      '5 distribution pillars',
      'Essential patterns',
      'Interview preparation',
    ],
    [
      '3-5 years experience',
      'Advanced patterns',
      'Performance optimization',
      'System design at scale',
      'Architecture trade-offs',
    ],
    ['Team leads & managers', 'Operational excellence', 'Team productivity', 'Cost optimization', 'Risk management'],
    [
      '5+ years experience',
      'Enterprise patterns',
      'Multi-region architectures',
      'Migration strategies',
      'Future-proofing systems',
    ],
  ]);
  expect(['consistency', 'performance', 'cost', 'reliability'].map(id => said(id)[0])).toEqual([
    'Database engineers, FinTech developers',
    'Performance engineers, SREs',
    'FinOps, Engineering leaders',
    'SREs, Platform teams',
  ]);
});

test.each(Object.entries(outlines))('%s has the stages and items of the detailed document', (id, outline) => {
  const stages = curriculum.paths.get(id)?.stages.map(({ title, places }) => [
    title,
    places.map(place => {
      const days = place.days ? `${place.days} ` : '';
      return `${days}${place.title} → ${place.itemId}${place.comingSoon ? ' *' : ''}`;
    }),
  ]);
  expect(stages).toEqual(Object.entries(outline));
});

test('the modules of a track last as many weeks as the document gives them', () => {
  const weeks = (id: string) => curriculum.paths.get(id)?.stages.map(stage => span(stage.weeks));
  expect(weeks('security')).toEqual(['1', '2', '3', '4']);
  expect(weeks('data-engineering')).toEqual(['1-2', '3', '4-5', '6']);
  expect(weeks('ai-ml')).toEqual(['1-2', '3-4', '5-6', '7-8']);
  expect(weeks('cloud')).toEqual(['1', '2-3', '4', '5']);
});

test('hours that the detailed document gives stand at their places', () => {
  const hours = (id: string, stage: number) =>
    curriculum.paths.get(id)?.stages[stage]?.places.map(place => span(place.hours));
  expect(hours('level-beginner', 0)).toEqual(['2', '4', '4', '4', '4', '4']);
  expect(hours('level-practitioner', 0)).toEqual(['4', '4', '4', '8']);
  expect(hours('new-graduate-6-weeks', 0)?.slice(0, 3)).toEqual(['2', '2', '4']);
});

test('every item of a short variant stands on the full path too', () => {
  const ids = (id = '') => curriculum.paths.get(id)?.stages.flatMap(({ places }) => places.map(({ itemId }) => itemId));
  const variants = [...curriculum.paths.values()].filter(path => path.variantOf);
  expect(variants.map(({ id, variantOf }) => [id, variantOf])).toEqual([
    ['new-graduate-6-weeks', 'new-graduate'],
    ['senior-fast-track', 'senior-engineer'],
    ['senior-architecture-focus', 'senior-engineer'],
    ['executive-3-days', 'manager'],
    ['pattern-first-1-week', 'architect'],
  ]);
  for (const { id, variantOf } of variants) expect(ids(variantOf)).toEqual(expect.arrayContaining(ids(id) ?? []));
});

test('prerequisites are those of the documents, and a completed path is recognised', () => {
  const asked = (id: string) => curriculum.paths.get(id)?.prerequisites.map(({ text }) => text);
  expect(asked('new-graduate')).toEqual(['Basic programming']);
  expect(asked('senior-engineer')).toEqual(['Production experience']);
  expect(asked('manager')).toEqual(['Team lead experience']);
  expect(asked('architect')).toEqual(['System design experience']);
  expect(asked('level-practitioner')).toEqual([
    'Completed Beginner Path OR 2+ years building distributed systems',
    'Comfortable with async programming and message queues',
    'Basic understanding of database transactions',
    'Experience with cloud platforms (AWS/GCP/Azure)',
  ]);
  expect(curriculum.paths.get('level-practitioner')?.prerequisites[0]?.completed).toEqual({
    kinds: [],
    paths: ['level-beginner'],
  });
  for (const id of ['security', 'data-engineering', 'ai-ml', 'cloud'])
    expect(curriculum.paths.get(id)?.prerequisites).toEqual([
      { id: 'main-path', text: 'Completed a role or level path', completed: { kinds: ['role', 'level'], paths: [] } },
    ]);
});
