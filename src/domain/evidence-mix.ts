/** What stands behind a certificate, in a line: "34 items, 6 with work shown". The same words wherever it is told. */
import { type EvidenceLevel, evidenceLevels } from './learner.ts';

const words: Readonly<Record<EvidenceLevel, string>> = {
  'self-marked': 'marked by the learner',
  linked: 'with work shown',
  'peer-confirmed': 'confirmed by a peer',
  'mentor-confirmed': 'confirmed by a mentor',
};

export function evidenceMix(items: readonly { readonly level: EvidenceLevel }[]): string {
  const shown = byLevel(items).filter(([level]) => level !== 'self-marked');
  return [
    `${items.length} ${items.length === 1 ? 'item' : 'items'}`,
    ...shown.map(([level, those]) => `${those.length} ${words[level]}`),
    ...(shown.length === 0 ? [`all ${words['self-marked']}`] : []),
  ].join(', ');
}

/** Strongest first; levels that no item has are left out. */
export function byLevel<T extends { readonly level: EvidenceLevel }>(
  items: readonly T[],
): readonly (readonly [EvidenceLevel, readonly T[]])[] {
  return evidenceLevels
    .toReversed()
    .map(level => [level, items.filter(item => item.level === level)] as const)
    .filter(([, those]) => those.length > 0);
}
