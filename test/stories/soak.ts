/** `npm run soak`: 500 random kills, or as many as asked for: `npm run soak -- 50 1234` (rounds, seed). */
import { survivesKills } from '../support/kill-rounds.ts';

const [rounds = '500', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2);
const report = await survivesKills({ rounds: Number(rounds), seed: Number(seed) });
process.stdout.write(`${JSON.stringify(report)}\n`);
process.exitCode = report.lost.length > 0 || report.acknowledged === 0 ? 1 : 0;
