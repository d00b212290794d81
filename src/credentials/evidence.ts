/** What stands behind the items: how many were shown, explained or merely marked, and where shown work can be seen. */
import { byLevel } from '../domain/evidence-mix.ts';
import { evidenceWords } from '../domain/evidence-words.ts';
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

const says: Readonly<Record<EvidenceLevel, string>> = {
  'self-marked': 'Nobody else has looked at these items',
  linked: 'The learner has shown work for these items',
  'peer-confirmed': 'Another learner has confirmed these items',
  'mentor-confirmed': 'A mentor has confirmed these items',
};

/** Strongest first: one entry for each level, and one for each work that can be looked at. */
export function evidenceOf(items: readonly ItemEvidence[]): readonly Evidence[] {
  return byLevel(items).flatMap(([level, those]) => [
    {
      type: ['Evidence'] as const,
      name: `${evidenceWords[level].name}: ${counted(those.length, 'item')}`,
      genre: level,
      narrative: `${says[level]}:\n\n${listed(those.map(({ title }) => ({ title })))}`,
    },
    ...those.flatMap(({ title, link }) =>
      link === undefined ? [] : [{ id: link, type: ['Evidence'] as const, name: title, genre: level }],
    ),
  ]);
}
