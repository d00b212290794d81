/**
 * `npm run bench`: Cairn beside a bare discord.js bot. The local Discord runs in this process, each bot in its own.
 * `-- --quick` takes about a minute; `-- --profile` shows where Cairn's time goes instead.
 */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadCurriculum } from '../src/curriculum/load.ts';
import { asksOf } from './asks.ts';
import { startBareBot, startCairn } from './bots.ts';
import { learnConstants } from './constants.ts';
import { crowdAsk, joinCrowd } from './crowd.ts';
import { measureDiskSync } from './disk.ts';
import { idleCpu } from './measure.ts';
import { measureMemory } from './memory.ts';
import { fullPlan, quickPlan } from './plans.ts';
import { profileTables } from './profile.ts';
import { report } from './report.ts';
import { countTicks, seed } from './seed.ts';
import { runSeries } from './series.ts';
import { measureStarts } from './start.ts';
import { walkOver } from './walk.ts';
import { startWorld } from './world.ts';

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, profile: { type: 'boolean' } },
});
const plan = options.quick ? quickPlan : fullPlan;
const memberCount = 5_000;
const ticksEach = 50;

const began = performance.now();
const tell = (line: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${line}`);

// Beside the real database, since a temporary folder may be in memory, where nothing has to reach a disk.
const project = join(import.meta.dirname, '..');
mkdirSync(join(project, 'var'), { recursive: true });
const scratch = mkdtempSync(join(project, 'var/bench-'));
const inScratch = (name: string) => join(scratch, name);
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143));

const [loadBefore = Number.NaN] = loadavg();
const disk = measureDiskSync(scratch);
const curriculum = await loadCurriculum(join(project, 'data'));
const active = [...curriculum.items.values()].filter(({ status }) => status === 'active');
const walk = walkOver(active.map(({ id }) => id));
const learning = { walk, titles: active.map(({ title }) => title), ticksEach };
const world = await startWorld(memberCount);
const { discord, guild, members } = world;
const userIds = members.map(({ id }) => id);
for (const name of ['cairn', 'bare', 'memory']) mkdirSync(inScratch(name));
const database = inScratch('bench.sqlite');
const ticks = await seed({ database, guildId: guild.id, userIds, curriculum, walk, ticksEach });
tell(`${userIds.length} members and ${ticks} ticks stored`);

const cairnApp = world.invited('Cairn');
const bareApp = world.invited('Bare');
const constants = inScratch('constants.json');
const pristine = inScratch('pristine.sqlite');
copyFileSync(database, pristine);
const launchCairn = (name: string) => startCairn({ discord, application: cairnApp, folder: inScratch(name), database });
const launchBare = (name: string) =>
  startBareBot({ discord, application: bareApp, folder: inScratch(name), constants });

const cairn = await launchCairn('cairn');
const asks = asksOf(cairnApp, members, learning);

if (options.profile) {
  const side = { bot: cairn, idle: 0, asks };
  console.log(await profileTables(side, join(project, 'var'), options.quick ? 5 : 20));
  await cairn.stop();
} else {
  const { sizes } = await learnConstants(discord, cairnApp, asks, constants);
  const bare = await launchBare('bare');
  tell('both bots are up');
  const sides = {
    cairn: { bot: cairn, idle: await idleCpu(cairn, 2), asks },
    bare: { bot: bare, idle: await idleCpu(bare, 2), asks: asksOf(bareApp, members, learning) },
  };
  const measured = await runSeries(sides, plan, tell);
  await Promise.all([cairn.stop(), bare.stop()]);

  const saved = (await countTicks(database)) - ticks;
  if (saved !== asks.finished()) throw new Error(`${asks.finished()} were told "done", but ${saved} ticks were saved.`);

  const starts = await measureStarts({ world, scratch, database: pristine, constants }, plan.startTimes);
  tell('starts measured');
  const crowd = joinCrowd(guild, plan.memoryStops.at(-1) ?? 0);
  const memoryOf = async (launch: typeof launchCairn) => {
    const bot = await launch('memory');
    const taken = await measureMemory(bot, crowdAsk(bot.application, crowd, walk), plan.memoryStops);
    await bot.stop();
    return taken;
  };
  const memory = { cairn: await memoryOf(launchCairn), bare: await memoryOf(launchBare) };
  tell('memory measured');

  const stored = { members: members.length, ticks };
  const findings = { measured, starts, memory, sizes, passes: plan.passes, stored, disk, loadBefore };
  console.log(report(findings));
}
await discord.close({ ignoreViolations: true });
process.exit();
