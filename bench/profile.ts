/** Where a bot's time goes at 200/s: a V8 profile per kind of question, kept as a file and told as tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ask, askNames } from './asks.ts';
import type { Bot } from './bots.ts';
import { openLoop } from './load.ts';
import { perSecond, type Side } from './series.ts';

interface Node {
  readonly id: number;
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly children?: readonly number[];
}

interface Profile {
  readonly nodes: readonly Node[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Microseconds per interaction. */
interface Cost {
  readonly name: string;
  readonly self: number;
  readonly inclusive: number;
}

export async function profileTables({ bot, asks }: Side, folder: string, seconds: number): Promise<string> {
  const tables: string[] = [];
  for (const name of askNames) {
    const file = join(folder, `bench-${name.replaceAll(/\W+/g, '-').replace(/^-/, '')}.cpuprofile`);
    await profileOne(bot, asks[name], file, seconds);
    const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
    const interactions = perSecond * seconds;
    tables.push(
      `## ${name}`,
      table('file', costs(profile, fileOf, interactions), ({ self }) => self),
      table('function', costs(profile, functionOf, interactions), ({ inclusive }) => inclusive),
      table('function', costs(profile, functionOf, interactions), ({ self }) => self),
    );
  }
  return tables.join('\n\n');
}

async function profileOne(bot: Bot, ask: Ask, file: string, seconds: number): Promise<void> {
  await openLoop(ask, perSecond, 3);
  await bot.ask('startProfile');
  await openLoop(ask, perSecond, seconds);
  await bot.ask('stopProfile', file);
}

const shown = 30;

function table(kind: string, costs: readonly Cost[], by: (cost: Cost) => number): string {
  const rows = costs
    .toSorted((a, b) => by(b) - by(a))
    .slice(0, shown)
    .map(({ name, self, inclusive }) => `| ${name} | ${self.toFixed(1)} | ${inclusive.toFixed(1)} |`);
  return [`| ${kind} | self µs | inclusive µs |`, '|---|--:|--:|', ...rows].join('\n');
}

const project = new URL('..', import.meta.url).href;

/** Packages count as one, files of the project each by itself. */
function fileOf({ callFrame: { url, functionName } }: Node): string {
  const path = url.replace(project, '');
  const inPackage = /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path);
  return inPackage?.[1] ?? (path || functionName);
}

function functionOf(node: Node): string {
  const { functionName, lineNumber, url } = node.callFrame;
  const file = url.replace(project, '').replace('node_modules/', '');
  return file ? `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}` : functionName;
}

function costs({ nodes, samples, timeDeltas }: Profile, nameOf: (node: Node) => string, interactions: number): Cost[] {
  const selfOf = new Map<number, number>();
  for (const [at, id] of samples.entries()) selfOf.set(id, (selfOf.get(id) ?? 0) + (timeDeltas[at] ?? 0));
  const byId = new Map(nodes.map(node => [node.id, node]));
  const totals = new Map<string, { self: number; inclusive: number }>();

  /** @param above names already counted for what lies below: recursion counts once. */
  const walk = (node: Node, above: ReadonlySet<string>): number => {
    const name = nameOf(node);
    const within = new Set(above).add(name);
    const self = (selfOf.get(node.id) ?? 0) / interactions;
    const below = (node.children ?? []).flatMap(id => byId.get(id) ?? []);
    const inclusive = below.reduce((sum, child) => sum + walk(child, within), self);
    const total = totals.get(name) ?? { self: 0, inclusive: 0 };
    total.self += self;
    if (!above.has(name)) total.inclusive += inclusive;
    totals.set(name, total);
    return inclusive;
  };
  const [root] = nodes;
  if (root) walk(root, new Set());
  return [...totals].map(([name, total]) => ({ name, ...total }));
}
