/** A year of study groups in front of a bot that is killed again and again: `npm run soak` does it 500 times. */
import { expect, test } from 'vitest';
import { livesThroughAYear } from '../../support/year/year-run.ts';

const tell = (line: string) => void process.stdout.write(`${line}\n`);

test('killed at 50 random points of a year, it says each ping once, or says why not', {
  timeout: 900_000,
}, async () => {
  const report = await livesThroughAYear({ kills: 50, seed: Date.now() % 1_000_000, around: 1, tell });
  tell(JSON.stringify(report));
  expect(report).toMatchObject({ duplicates: [], lost: [], unseen: [] });
  expect(report.sent).toBeGreaterThan(100);
  expect(report.pairs).toBeGreaterThan(0);
  expect(Object.keys(report.troubles).length).toBeGreaterThan(5);
});
