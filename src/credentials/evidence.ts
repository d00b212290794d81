/** What stands behind the items: how many were shown, explained or merely marked, and where shown work can be seen. */
import { byLevel } from '../domain/evidence-mix.ts';
import type { EvidenceLevel } from '../domain/learner.ts';
import type { ItemEvidence } from './facts.ts';
import { counted, listed } from './markdown.ts';

export interface Evidence {
  readonly id?: string;
  readonly type: readonly ['Evidence'];
  readonly name: string;
  readonly genre: EvidenceLevel;
  readonly narrative?: string;
}

const words: Readonly<Record<EvidenceLevel, { readonly name: string; readonly says: string }>> = {
  'self-marked': {
    name: 'Marked by the learner',
    says: 'Nobody else has looked at these items',
  },
  linked: { name: 'Work shown', says: 'The learner has shown work for these items' },
  'peer-confirmed': {
    name: 'Confirmed by a peer',
    says: 'Another learner has confirmed these items',
  },
  'mentor-confirmed': {
    name: 'Confirmed by a mentor',
    says: 'A mentor has confirmed these items',
  },
};

/** Strongest first: one entry for each level, and one for each work that can be looked at. */
export function evidenceOf(items: readonly ItemEvidence[]): readonly Evidence[] {
  return byLevel(items).flatMap(([level, those]) => [
    {
      type: ['Evidence'] as const,
      name: `${words[level].name}: ${counted(those.length, 'item')}`,
      genre: level,
      narrative: `${words[level].says}:\n\n${listed(those.map(({ title }) => ({ title })))}`,
    },
    ...those.flatMap(({ title, link }) =>
      link === undefined ? [] : [{ id: link, type: ['Evidence'] as const, name: title, genre: level }],
    ),
  ]);
}
