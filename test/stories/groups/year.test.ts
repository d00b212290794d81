/** A year of study groups in front of a bot that is killed again and again: `npm run soak` does it 500 times. */
import { expect, test } from 'vitest';
import { livesThroughAYear } from '../../support/year/year-run.ts';

const tell = (line: string) => void process.stdout.write(`${line}\n`);

// The same seed each time, so that a red run is about the change. The soak draws another.
test('killed at 50 random points of a year, it says each ping once, or says why not', {
  timeout: 900_000,
}, async () => {
  const report = await livesThroughAYear({ kills: 50, seed: 2125, around: 1, tell });
  tell(JSON.stringify(report));
  expect(report).toMatchObject({ duplicates: [], lost: [], unexcused: [], untimely: [], unseen: [] });
  expect(report.sent).toBeGreaterThan(100);
  expect(report.reminders).toBeGreaterThan(10);
  expect(report.hosted).toBeGreaterThan(0);
  expect(report.pairs).toBeGreaterThan(0);
  expect(Object.keys(report.troubles).length).toBeGreaterThan(5);
});
