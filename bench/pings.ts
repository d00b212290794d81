/** 2,000 role pings due in the same minute: how fast they reach Discord, how late, and what members who ask meanwhile notice. */
import { mkdirSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import type { LocalDiscord } from '../playground/discord/index.ts';
import { openStore } from '../src/store/open.ts';
import { startClockedCairn } from './bots.ts';
import { besideBareBot, type Latencies } from './in-turn.ts';
import { buildPingTown, groupsEach, pingsDue, servers } from './ping-town.ts';
import { percentile } from './statistics.ts';
import { measureTicks, type TickCost } from './tick-cost.ts';

const perSecond = 20;
/** Of the issue: pings per second against Discord's 50, and milliseconds for the 99th of a hundred interactions. */
const goals = { pace: 45, p99: 25, tick: 5 };
const project = join(import.meta.dirname, '..');

export interface PingsBench {
  readonly scratch: string;
  readonly tell: (line: string) => void;
}

interface Burst {
  /** Milliseconds after the first, in order. */
  readonly arrivals: readonly number[];
  /** Seconds after its due time at which the last one arrived. */
  readonly latest: number;
  readonly refused: number;
  /** How many role pings are on record, by their state. */
  readonly recorded: Readonly<Record<string, number>>;
  readonly without: Latencies;
  readonly during: Latencies;
}

/** The report, as Markdown. */
export async function benchPings({ scratch, tell }: PingsBench): Promise<string> {
  const load = loadavg()[0]?.toFixed(1) ?? '';
  const ticks = await measureTicks(scratch);
  tell('ticks with nothing due measured');
  const burst = await measureBurst(scratch, tell);
  return report(burst, ticks, load);
}

async function measureBurst(scratch: string, tell: PingsBench['tell']): Promise<Burst> {
  const town = await buildPingTown(scratch, project);
  const { discord, application, guilds } = town;
  tell(`${guilds.length} servers stand`);
  const folder = join(scratch, 'pings');
  mkdirSync(folder);
  const threads = afterMessages(discord, servers * groupsEach);
  const bot = await startClockedCairn({ ...town, folder });
  tell('the bot is up, and opens the threads of the day');
  await threads.all;
  tell('the threads are open');
  const [guild] = guilds;
  if (!guild) throw new Error('There is no server.');
  const both = await besideBareBot(discord, guild, application, folder);
  await both.ask(perSecond, 10);
  const without = await both.ask(perSecond, 20);

  const { arrivals, all, latest } = afterMessages(discord, servers * groupsEach);
  discord.clock.advance(discord.clock.now().until(pingsDue).round('millisecond'));
  let isOver = false;
  void all.then(() => {
    isOver = true;
  });
  const during: Latencies = { cairn: [], bare: [], failed: 0 };
  for (let second = 0; !isOver && second < 300; second += 1) await both.ask(perSecond, 1, during);
  tell(`${arrivals.length} pings arrived`);
  const refused = discord.invalidRequests;
  await both.stop();
  await bot.stop();
  await discord.close({ ignoreViolations: true });
  const recorded = await onRecord(town.database);
  const first = arrivals[0] ?? 0;
  return {
    arrivals: arrivals.map(at => at - first),
    latest: latest(),
    refused,
    recorded,
    without,
    during,
  };
}

async function onRecord(database: string): Promise<Readonly<Record<string, number>>> {
  await using store = await openStore(`file:${database}`);
  const rows = await store.db
    .selectFrom('pings')
    .select(eb => ['state', eb.fn.countAll<number>().as('count')])
    .where('kind', '=', 'session')
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** When each of the next messages arrives, until there are so many. */
function afterMessages(discord: LocalDiscord, count: number) {
  const arrivals: number[] = [];
  let latest = 0;
  const all = Promise.withResolvers<void>();
  const stop = discord.onRequest(({ method, route, status }) => {
    if (method !== 'POST' || !route.endsWith('/messages') || status !== 200) return;
    arrivals.push(performance.now());
    latest = pingsDue.until(discord.clock.now()).total('seconds');
    if (arrivals.length < count) return;
    stop();
    all.resolve();
  });
  return { arrivals, all: all.promise, latest: () => latest };
}

function report(
  { arrivals, latest, refused, recorded, without, during }: Burst,
  ticks: TickCost,
  load: string,
): string {
  const seconds = (arrivals.at(-1) ?? Number.NaN) / 1000;
  const pace = (arrivals.length - 1) / seconds;
  const verdict = (met: boolean) => (met ? 'met' : 'missed');
  const p99 = percentile(during.cairn, 0.99);
  const shown = (latencies: readonly number[]) => percentile(latencies, 0.99).toFixed(1);
  return [
    '### Pings',
    `Machine: Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? process.arch}; load before ${load}.`,
    `${servers * groupsEach} role pings of ${servers} servers due in the same minute: ${arrivals.length} arrived in ${seconds.toFixed(1)} s, ` +
      `the last ${latest.toFixed(1)} s after it was due (its budget is 600 s); requests refused: ${refused}. ` +
      `On record: ${Object.entries(recorded)
        .map(([state, count]) => `${count} ${state}`)
        .join(', ')}.`,
    [
      '| | measured | goal | |',
      '|---|--:|--:|---|',
      `| pings per second, of Discord's 50 | ${pace.toFixed(1)} | ${goals.pace} | ${verdict(pace >= goals.pace)} |`,
      `| ms per interaction meanwhile, p99 (a bare bot in the same seconds: ${shown(during.bare)}; without pings: ${shown(without.cairn)} and ${shown(without.bare)}) | ${p99.toFixed(1)} | ${goals.p99} | ${verdict(p99 <= goals.p99)} |`,
      `| ms per tick with nothing due, ${ticks.groups} groups, p99 (an empty database: ${ticks.empty.toFixed(2)}) | ${ticks.full.toFixed(2)} | ${goals.tick} | ${verdict(ticks.full <= goals.tick)} |`,
    ].join('\n'),
    `Interactions without an answer: ${without.failed + during.failed}.`,
  ].join('\n\n');
}
