import { expect, test } from 'vitest';
import { evidenceMix } from '../../src/domain/evidence-mix.ts';
import type { EvidenceLevel } from '../../src/domain/learner.ts';

const items = (levels: Partial<Record<EvidenceLevel, number>>) =>
  Object.entries(levels).flatMap(([level, count]) =>
    Array.from({ length: count }, () => ({ level: level as EvidenceLevel })),
  );

test.each([
  [{ 'self-marked': 28, linked: 6 }, '34 items, 6 with work shown'],
  [{ 'self-marked': 1 }, '1 item, all marked by the learner'],
  [
    { 'self-marked': 2, linked: 3, 'peer-confirmed': 1, 'mentor-confirmed': 1 },
    '7 items, 1 confirmed by a mentor, 1 confirmed by a peer, 3 with work shown',
  ],
])('a mix of %j is told in a line', (levels, line) => {
  expect(evidenceMix(items(levels))).toBe(line);
});
