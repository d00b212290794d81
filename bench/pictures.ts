/** How long a certificate's picture takes, and what members who ask meanwhile notice of it: in Cairn's own process, beside a baseline. */
import { mkdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { loadCurriculum } from '../src/curriculum/load.ts';
import { type Ask, asksOf } from './asks.ts';
import { type Bot, startCairn } from './bots.ts';
import { askTimes, type LoadResult, openLoop } from './load.ts';
import { seed } from './seed.ts';
import { median, percentile } from './statistics.ts';
import { walkOver } from './walk.ts';
import { startWorld } from './world.ts';

const memberCount = 1_000;
const ticksEach = 20;
const perSecond = 50;
/** Of the issue: milliseconds for one picture, and for the 99th of a hundred interactions while fifty are made. */
const goals = { picture: 300, p99: 25 };
const project = join(import.meta.dirname, '..');

export interface PicturesBench {
  readonly scratch: string;
  /** How often baseline and pictures take turns. */
  readonly passes: number;
  readonly tell: (line: string) => void;
}

interface Pass {
  /** Milliseconds, in the order in which they were made. */
  readonly pictures: readonly number[];
  /** Milliseconds from dispatch to callback: without pictures, and while they are made. */
  readonly without: readonly number[];
  readonly during: readonly number[];
  /** Interactions without an answer in time. */
  readonly failed: number;
}

/** The report, as Markdown. */
export async function benchPictures({ scratch, passes, tell }: PicturesBench): Promise<string> {
  const load = loadavg()[0]?.toFixed(1);
  const world = await startWorld(memberCount);
  const { discord, guild, members } = world;
  const curriculum = await loadCurriculum(join(project, 'data'));
  // Where work is asked for, `/progress done` opens a form and writes nothing.
  const active = [...curriculum.items.values()].filter(item => item.status === 'active' && !item.asksForWork);
  const walk = walkOver(active.map(({ id }) => id));
  const [database, folder] = [join(scratch, 'pictures.sqlite'), join(scratch, 'pictures')];
  const userIds = members.map(({ id }) => id);
  await seed({ database, guildId: guild.id, userIds, curriculum, walk, ticksEach });
  mkdirSync(folder);
  const application = world.invited('Cairn');
  const bot = await startCairn({ discord, application, folder, database });
  const asks = asksOf(application, members, { walk, titles: active.map(({ title }) => title), ticksEach });
  const ask = inTurn([asks['/progress show'], asks['/progress done'], asks.autocomplete]);
  await askTimes(ask, 8, 1_500);
  const [first = Number.NaN] = await bot.ask('pictures');
  tell('the bot is warm, and its first fifty pictures are made');

  const taken: Pass[] = [];
  for (let pass = 0; pass < passes; pass++) {
    taken.push(await onePass(bot, ask));
    tell(`pass ${pass + 1} of ${passes}`);
  }
  await bot.stop();
  await discord.close({ ignoreViolations: true });
  return report(taken, first, load ?? '');
}

function inTurn(asks: readonly Ask[]): Ask {
  let turn = 0;
  return async () => (await asks[turn++ % asks.length]?.()) ?? false;
}

/** The baseline lasts as long as the pictures took. */
async function onePass(bot: Bot, ask: Ask): Promise<Pass> {
  let making = true;
  const made = bot.ask('pictures').finally(() => {
    making = false;
  });
  const during = await asked(ask, () => making);
  let seconds = 0;
  const without = await asked(ask, () => seconds++ * perSecond < during.latencies.length);
  return {
    pictures: await made,
    without: without.latencies,
    during: during.latencies,
    failed: without.failed + during.failed,
  };
}

async function asked(ask: Ask, more: () => boolean): Promise<Pick<LoadResult, 'latencies' | 'failed'>> {
  const latencies: number[] = [];
  let failed = 0;
  while (more()) {
    const second = await openLoop(ask, perSecond, 1);
    latencies.push(...second.latencies);
    failed += second.failed;
  }
  return { latencies, failed };
}

function report(passes: readonly Pass[], first: number, load: string): string {
  const pictures = passes.flatMap(pass => pass.pictures);
  const slowest = Math.max(...pictures);
  const of = (share: number, which: 'without' | 'during') => median(passes.map(pass => percentile(pass[which], share)));
  const row = (...cells: readonly (string | number)[]) =>
    `| ${cells.map(cell => (typeof cell === 'number' ? cell.toFixed(1) : cell)).join(' | ')} |`;
  const verdict = (met: boolean) => (met ? 'met' : 'missed');
  return [
    '### Pictures',
    `Machine: Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? process.arch}; load before ${load}.`,
    `${pictures.length} pictures in ${passes.length} ${passes.length === 1 ? 'pass' : 'passes'}, names in every script. ` +
      `The very first, with its thread and its fonts: ${first.toFixed(0)} ms.`,
    [
      '| ms per picture | p50 | p99 | slowest | goal | |',
      '|---|--:|--:|--:|--:|---|',
      row(
        'one after the other',
        median(pictures),
        percentile(pictures, 0.99),
        slowest,
        `${goals.picture}`,
        verdict(slowest <= goals.picture),
      ),
    ].join('\n'),
    [
      `| ms per interaction, ${perSecond}/s | p50 | p99 | goal | |`,
      '|---|--:|--:|--:|---|',
      row('without pictures', of(0.5, 'without'), of(0.99, 'without'), '', ''),
      row(
        'while 50 are made',
        of(0.5, 'during'),
        of(0.99, 'during'),
        `${goals.p99}`,
        verdict(of(0.99, 'during') <= goals.p99),
      ),
    ].join('\n'),
    `Interactions without an answer: ${passes.reduce((sum, { failed }) => sum + failed, 0)}.`,
  ].join('\n\n');
}
