/**
 * `npm run soak`: 500 random kills while members learn, and 500 in a year of study groups; or as many as asked for:
 * `npm run soak -- 50 1234` (kills, seed), `npm run soak -- 500 1234 groups` (only the one, or `learning`).
 */
import { survivesKills } from '../support/kill-rounds.ts';
import { isSound } from '../support/year/verdict.ts';
import { livesThroughAYear } from '../support/year/year-run.ts';

const [rounds = '500', given = String(Date.now() % 1_000_000), only] = process.argv.slice(2);
const [kills, seed] = [Number(rounds), Number(given)];
const tell = (line: string) => void process.stdout.write(`${line}\n`);
let isWell = true;

if (only !== 'groups') {
  const report = await survivesKills({ rounds: kills, seed });
  tell(JSON.stringify(report));
  isWell &&= report.lost.length === 0 && report.acknowledged > 0;
}
if (only !== 'learning') {
  const report = await livesThroughAYear({ kills, seed, around: 1, tell });
  tell(JSON.stringify(report));
  isWell &&= isSound(report);
}
process.exitCode = isWell ? 0 : 1;
