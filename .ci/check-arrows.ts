/** Holds the house against its arrows. Fails, too, when a source file was not read. */
import { existsSync, globSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { arrows } from './arrows.ts';
import { readUsing } from './read-using.ts';

await readUsing();
const folders = ['src', 'commands', 'playground', 'bench', 'test'].filter(folder => existsSync(folder));
const { output } = await cruise(folders, {
  ...arrows.options,
  validate: true,
  ruleSet: { forbidden: arrows.forbidden ?? [] },
});
const { modules, summary } = output as ICruiseResult;

const read = new Set(modules.map(module => module.source));
const unread = folders.flatMap(folder => globSync(`${folder}/**/*.ts`)).filter(path => !read.has(path));
const broken = summary.violations.map(({ rule, from, to, cycle }) => {
  const route = cycle?.length ? cycle.map(step => step.name).join(' → ') : to;
  const why = arrows.forbidden?.find(({ name }) => name === rule.name)?.comment;
  return `${rule.name}: ${from} → ${route}${why ? `   (${why})` : ''}`;
});

for (const line of broken) process.stdout.write(`${line}\n`);
for (const path of unread)
  process.stdout.write(`not-read: ${path}   (dependency-cruiser needs @swc/core to read it)\n`);
if (read.size === 0) process.stdout.write('not-read: there is no module at all\n');
process.stdout.write(
  `${read.size} modules, ${summary.totalDependenciesCruised ?? 0} imports, ${broken.length} broken arrows\n`,
);
process.exitCode = broken.length + unread.length > 0 || read.size === 0 ? 1 : 0;
