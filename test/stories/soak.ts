/**
 * `npm run soak`: 500 random kills while members learn, and 500 in a year of study groups; or as many as asked for:
 * `npm run soak -- 50 1234` (kills, seed), `npm run soak -- 500 1234 groups` (only the one, or `learning`).
 */
import { survivesKills } from '../support/kill-rounds.ts';
import { livesThroughAYear } from '../support/year/year-run.ts';

const [rounds = '500', given = String(Date.now() % 1_000_000), only] = process.argv.slice(2);
const [kills, seed] = [Number(rounds), Number(given)];
const tell = (line: string) => void process.stdout.write(`${line}\n`);
let isSound = true;

if (only !== 'groups') {
  const report = await survivesKills({ rounds: kills, seed });
  tell(JSON.stringify(report));
  isSound &&= report.lost.length === 0 && report.acknowledged > 0;
}
if (only !== 'learning') {
  const report = await livesThroughAYear({ kills, seed, around: kills < 200 ? 1 : 8, tell });
  tell(JSON.stringify(report));
  isSound &&= report.duplicates.length + report.lost.length + report.unseen.length === 0 && report.sent > 0;
}
process.exitCode = isSound ? 0 : 1;
