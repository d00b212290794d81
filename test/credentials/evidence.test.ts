/** How a certificate words what stands behind it. */
import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/credentials/evidence.ts';
import type { EvidenceLevel } from '../../src/domain/learner.ts';

const items = (levels: Partial<Record<EvidenceLevel, number>>) =>
  Object.entries(levels).flatMap(([level, count]) =>
    Array.from({ length: count }, (_, index) => ({ title: `${level} *${index}*`, level: level as EvidenceLevel })),
  );

test('titles stay letters where Markdown would paint them', () => {
  expect(evidenceOf(items({ linked: 1 }))).toEqual([
    {
      type: ['Evidence'],
      name: 'Work shown: 1 item',
      genre: 'linked',
      narrative: 'The learner has shown work for these items:\n\n- linked \\*0\\*',
    },
  ]);
});
