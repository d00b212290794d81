/**
 * `npm run soak`: 500 random kills while members learn, and 500 in years of study groups, a hundred in each and each in
 * another zone; or as many as asked for: `npm run soak -- 50 1234` (kills, seed), `npm run soak -- 500 1234 groups` (only the
 * one, or `learning`). The years are in SQLite, or with `.ci/with-postgres npm run soak` in PostgreSQL.
 */
import { availableParallelism } from 'node:os';
import { survivesKills } from '../support/kill-rounds.ts';
import { aDatabase, dropDatabases, isServerThere } from '../support/postgres-server.ts';
import { isSound } from '../support/year/verdict.ts';
import { livesThroughAYear } from '../support/year/year-run.ts';

const [rounds = '500', given = String(Date.now() % 1_000_000), only] = process.argv.slice(2);
const [kills, seed] = [Number(rounds), Number(given)];
const inAYear = 100;
const tell = (line: string) => void process.stdout.write(`${line}\n`);
let isWell = true;

if (only !== 'groups') {
  const report = await survivesKills({ rounds: kills, seed });
  tell(JSON.stringify(report));
  isWell &&= report.lost.length === 0 && report.acknowledged > 0;
}
if (only !== 'learning') {
  const years = Array.from({ length: Math.ceil(kills / inAYear) }, (_, index) => ({
    kills: Math.min(inAYear, kills - index * inAYear),
    seed: seed + index,
  }));
  let killed = 0;
  const livesOn = async () => {
    for (let year = years.shift(); year; year = years.shift()) {
      const databaseUrl = isServerThere ? await aDatabase() : undefined;
      const report = await livesThroughAYear({ ...year, around: 1, databaseUrl, tell });
      tell(JSON.stringify(report));
      killed += report.kills;
      isWell &&= isSound(report);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, livesOn));
  tell(`${killed} kills in years of study groups: ${isWell ? 'each ping once, or on record why not' : 'see above'}`);
  if (isWell) await dropDatabases();
}
process.exitCode = isWell ? 0 : 1;
