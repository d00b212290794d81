/** Cairn beside a bare discord.js bot. The local Discord runs in this process, each bot in its own. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { loadCurriculum } from '../src/curriculum/load.ts';
import { asksOf } from './asks.ts';
import { startBareBot, startCairn } from './bots.ts';
import { learnConstants } from './constants.ts';
import { crowdAsk, joinCrowd } from './crowd.ts';
import { measureDiskSync } from './disk.ts';
import { idleCpu } from './measure.ts';
import { measureMemory } from './memory.ts';
import type { BenchPlan } from './plans.ts';
import { profileTables } from './profile.ts';
import { report } from './report.ts';
import { countTicks, seed } from './seed.ts';
import { runSeries } from './series.ts';
import { measureStarts } from './start.ts';
import { walkOver } from './walk.ts';
import { startWorld } from './world.ts';

const memberCount = 5_000;
const ticksEach = 50;
const project = join(import.meta.dirname, '..');

export interface Cairn {
  readonly plan: BenchPlan;
  /** Where files of the run go. */
  readonly scratch: string;
  /** Where Cairn's time goes instead of the comparison. */
  readonly profiling: boolean;
  readonly tell: (line: string) => void;
}

/** The report, as Markdown. */
export async function benchCairn({ plan, scratch, profiling, tell }: Cairn): Promise<string> {
  const inScratch = (name: string) => join(scratch, name);
  const [loadBefore = Number.NaN] = loadavg();
  const disk = measureDiskSync(scratch);
  const curriculum = await loadCurriculum(join(project, 'data'));
  // Where work is asked for, `/progress done` opens a form and writes nothing.
  const active = [...curriculum.items.values()].filter(item => item.status === 'active' && !item.asksForWork);
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
  const launchCairn = (name: string) =>
    startCairn({ discord, application: cairnApp, folder: inScratch(name), database });
  const launchBare = (name: string) =>
    startBareBot({ discord, application: bareApp, folder: inScratch(name), constants });

  const cairn = await launchCairn('cairn');
  const asks = asksOf(cairnApp, members, learning);

  if (profiling) {
    const side = { bot: cairn, idle: 0, asks };
    const tables = await profileTables(side, join(project, 'var'), plan.profileSeconds);
    await cairn.stop();
    await discord.close({ ignoreViolations: true });
    return tables;
  }
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
  await discord.close({ ignoreViolations: true });
  return report(findings);
}
