/** The measurements as Markdown, each with the goal it is held against. */
import { availableParallelism, cpus } from 'node:os';
import type { AskName } from './asks.ts';
import type { Learned } from './constants.ts';
import type { DiskSync } from './disk.ts';
import { isFlat, type MemoryAt } from './memory.ts';
import { type Contestant, inFlight, type Measured, type Mode, perSecond } from './series.ts';
import type { Start, Starts } from './start.ts';

export interface Findings {
  readonly measured: readonly Measured[];
  readonly starts: Starts;
  readonly memory: Readonly<Record<Contestant, readonly MemoryAt[]>>;
  readonly sizes: Learned['sizes'];
  readonly passes: number;
  readonly stored: { readonly members: number; readonly ticks: number };
  readonly disk: DiskSync;
  /** Processes that wanted a processor before the bench began: above 0.5 the figures are doubtful. */
  readonly loadBefore: number;
}

/** Of the bare bot's CPU, at 200/s. */
const ratioGoals: Readonly<Record<AskName, number>> = {
  '/progress show': 1.4,
  '/progress done': 1.7,
  autocomplete: 1.2,
};
const latencyGoal = 5;
const startGoal = 500;

export function report(findings: Findings): string {
  const { stored, passes, disk, loadBefore } = findings;
  return [
    `Machine: Node ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? process.arch}, ` +
      `${process.platform}; load before ${loadBefore.toFixed(1)}; a write is on disk after ${disk.p50.toFixed(2)} ms ` +
      `(p99 ${disk.p99.toFixed(2)} ms).`,
    `Stored: ${thousands(stored.members)} members, ${thousands(stored.ticks)} ticks. Medians of ${passes} ${passes === 1 ? 'pass' : 'passes'}.`,
    section(`At ${perSecond}/s`, loadTable(findings, 'open')),
    section(`${inFlight} in flight`, loadTable(findings, 'closed')),
    section('Cold start, ms from spawn', startTable(findings.starts)),
    section('Memory after so many different users, MB', memoryTable(findings.memory)),
  ].join('\n\n');
}

const section = (title: string, body: string) => `### ${title}\n\n${body}`;
const thousands = (count: number) => count.toLocaleString('en');
const verdict = (value: number, goal: number) => (value <= goal ? 'met' : 'missed');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function loadTable({ measured, sizes }: Findings, mode: Mode): string {
  const head = [
    '',
    'bot',
    'body, bytes',
    'CPU, µs',
    'ratio',
    'goal',
    'p50, ms',
    'p99, ms',
    'goal',
    'per second',
    'local Discord',
    'failed',
  ];
  const own = measured.filter(cell => cell.mode === mode);
  const rows = own.map(({ ask, bot, figures }) => {
    const bare = own.find(other => other.ask === ask && other.bot === 'bare')?.figures;
    const ratio = bot === 'cairn' && bare ? figures.cpu / bare.cpu : undefined;
    const judged = ratio !== undefined && mode === 'open';
    return [
      ask,
      bot,
      bot === 'bare' ? thousands(sizes[ask]) : '',
      figures.cpu.toFixed(0),
      ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
      judged ? `≤ ${ratioGoals[ask]}× ${verdict(ratio, ratioGoals[ask])}` : '',
      figures.p50.toFixed(2),
      figures.p99.toFixed(2),
      judged ? `≤ ${latencyGoal} ${verdict(figures.p99, latencyGoal)}` : '',
      figures.perSecond.toFixed(0),
      `${(100 * figures.discordShare).toFixed(0)} %`,
      String(figures.failed),
    ];
  });
  return table(head, rows);
}

function startTable(starts: Starts): string {
  const names: Readonly<Record<keyof Starts, string>> = {
    first: 'cairn, first ever',
    second: 'cairn, second',
    full: 'cairn, second, full database',
    bare: 'bare, second',
  };
  const goalOf = (key: string, { ready }: Start) =>
    key === 'second' || key === 'full' ? `≤ ${startGoal} ${verdict(ready, startGoal)}` : '';
  const rows = Object.entries(names).map(([key, name]) => {
    const start = starts[key as keyof Starts];
    return [name, ...[start.loaded, start.ready, start.answered].map(time => time.toFixed(0)), goalOf(key, start)];
  });
  return table(['start', 'loaded', 'READY, commands in place', 'first answer', 'goal'], rows);
}

function memoryTable(memory: Findings['memory']): string {
  const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
  const rows = Object.entries(memory).flatMap(([bot, taken]) =>
    taken.map(({ users, rss, heapUsed, external }, at) => [
      bot,
      thousands(users),
      megabytes(rss),
      megabytes(heapUsed),
      megabytes(external),
      bot === 'cairn' && at === taken.length - 1 ? `flat ${isFlat(taken) ? 'met' : 'missed'}` : '',
    ]),
  );
  return table(['bot', 'users', 'RSS', 'heap', 'external', 'goal'], rows);
}
