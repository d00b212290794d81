/** Which file says what: the file gives the kind of an item, the folder the kind of a path. */
import type { ItemKind } from '../domain/curriculum.ts';

export const singleFiles = [
  'curriculum.yaml',
  'pages.yaml',
  'prerequisites.yaml',
  'certificates.yaml',
  'references.yaml',
  'milestones.yaml',
] as const;

/** Each kind's file below items/, and what its ids begin with. In the order the kinds are listed. */
export const itemFiles: Readonly<Record<ItemKind, { readonly file: string; readonly prefix: string }>> = {
  law: { file: 'laws.yaml', prefix: 'law-' },
  pillar: { file: 'pillars.yaml', prefix: 'pillar-' },
  pattern: { file: 'patterns.yaml', prefix: 'pattern-' },
  'case-study': { file: 'case-studies.yaml', prefix: 'case-' },
  quantitative: { file: 'quantitative.yaml', prefix: 'quant-' },
  'human-factors': { file: 'human-factors.yaml', prefix: 'human-' },
  theory: { file: 'theory.yaml', prefix: 'theory-' },
  tool: { file: 'tools.yaml', prefix: 'tool-' },
  exercise: { file: 'exercises.yaml', prefix: 'exercise-' },
  lab: { file: 'labs.yaml', prefix: 'lab-' },
  project: { file: 'projects.yaml', prefix: 'project-' },
  capstone: { file: 'capstones.yaml', prefix: 'capstone-' },
};

export const idForm = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
