/** What stands behind a certificate, in a line: "34 items, 6 with work shown". The same words wherever it is told. */
import { evidenceWords } from './evidence-words.ts';
import { type EvidenceLevel, evidenceLevels } from './learner.ts';

export function evidenceMix(items: readonly { readonly level: EvidenceLevel }[]): string {
  const shown = byLevel(items).filter(([level]) => level !== 'self-marked');
  return [
    `${items.length} ${items.length === 1 ? 'item' : 'items'}`,
    ...shown.map(([level, those]) => `${those.length} ${evidenceWords[level].counted}`),
    ...(shown.length === 0 ? [`all ${evidenceWords['self-marked'].counted}`] : []),
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
