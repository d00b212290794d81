/**
 * `npm run bench`: Cairn beside a bare discord.js bot, the local Discord beside a bare server, the certificates' pictures,
 * and a minute in which 2,000 pings are due.
 * `-- --quick` takes about two minutes, `-- --only` with `cairn`, `discord`, `pictures` or `pings` one of them; `-- --profile` shows
 * where Cairn's time goes instead.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCairn } from './cairn.ts';
import { benchDiscord } from './discord/bench.ts';
import { benchPictures } from './pictures.ts';
import { benchPings } from './pings.ts';
import { fullPlan, quickPlan } from './plans.ts';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, profile: { type: 'boolean' }, only: { type: 'string' } },
});
const parts = ['cairn', 'discord', 'pictures', 'pings'];
if (options.only !== undefined && !parts.includes(options.only)) {
  console.error(`--only takes one of ${parts.join(', ')}, not "${options.only}".`);
  process.exit(64);
}
const wants = (part: string) => (options.only ?? part) === part;
const plan = options.quick ? quickPlan : fullPlan;

const began = performance.now();
const tell = (line: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

// Beside the real database, since a temporary folder may be in memory, where nothing has to reach a disk.
const home = join(import.meta.dirname, '../var');
mkdirSync(home, { recursive: true });
const scratch = mkdtempSync(join(home, 'bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));

if (wants('discord') && !options.profile) console.log(await benchDiscord({ plan: plan.discord, scratch, tell }));
if (wants('cairn')) console.log(await benchCairn({ plan, scratch, profiling: options.profile === true, tell }));
if (wants('pictures') && !options.profile) console.log(await benchPictures({ passes: plan.passes, scratch, tell }));
if (wants('pings') && !options.profile) console.log(await benchPings({ scratch, tell }));
process.exit();
