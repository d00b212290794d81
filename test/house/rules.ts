/** The house rules that no tool keeps: each takes files and returns what breaks it, one line per finding. */
import { codeOf, isCode, type SourceFile, within } from './sources.ts';

export type Rule = (files: readonly SourceFile[]) => readonly string[];

const inProduct = within('src', 'commands', 'playground', 'bench');
const lines = ({ text }: SourceFile) => text.trimEnd().split('\n').length;

const longestFile = 300;
export const longestMedian = 80;

export const longFiles: Rule = files =>
  files
    .filter(file => isCode(file) && inProduct(file) && lines(file) > longestFile)
    .map(
      file => `${file.path}: ${lines(file)} lines, at most ${longestFile}. Find the second purpose and give it a file.`,
    );

export function medianLength(files: readonly SourceFile[]): number {
  const lengths = files
    .filter(file => isCode(file) && inProduct(file))
    .map(lines)
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length / 2)] ?? 0;
}

/** Names under which everything, and therefore nothing, can be found. */
const drawer = '(?:utils?|helpers?|common|misc|managers?)';
const drawerPath = new RegExp(`(?:^|/)${drawer}(?:\\.[a-z.]+)?(?:/|$)`, 'i');
const drawerFunction = new RegExp(`\\b(?:function|class) (${drawer})\\b|\\bconst (${drawer}) = (?:async )?[(<]`, 'i');

/** Not of data/, where a path is called after a role: a manager is nobody's drawer. */
export const drawers: Rule = files =>
  files
    .filter(file => !within('data')(file))
    .flatMap(file => {
      const [, named, assigned] = (isCode(file) && codeOf(file).match(drawerFunction)) || [];
      return [
        ...(drawerPath.test(file.path) ? [`${file.path}: is a drawer. Name it after what is in it.`] : []),
        ...(named || assigned ? [`${file.path}: ${named ?? assigned}() is a drawer. Name it after what it does.`] : []),
      ];
    });

/** main hands the environment to config, and nothing more. */
const mainsShare = /readConfig\(process\.env\)|process\.loadEnvFile\(''\)/g;

export const environmentReaders: Rule = files =>
  files
    .filter(file => isCode(file) && within('src', 'commands')(file) && file.path !== 'src/config.ts')
    .filter(file => {
      const code = codeOf(file);
      const rest = file.path === 'src/main.ts' ? code.replaceAll(mainsShare, '') : code;
      return /\bprocess\b[^\n]*\benv\b|\benv\b[^\n]*\bprocess\b|\bloadEnvFile\b/.test(rest);
    })
    .map(file => `${file.path}: reads the environment. Only src/config.ts does; take a value as a parameter.`);

const clocks = ['Date\\.now', 'new Date\\(\\s*\\)', 'Temporal\\.Now', 'performance\\.now'];
const timers = ['setTimeout', 'setInterval', 'Atomics\\.wait'];
const outsideWorld = new RegExp(`\\b(?:${[...clocks, ...timers, 'Math\\.random', 'process\\.'].join('|')})`);
const sleep = new RegExp(`\\b(?:${timers.join('|')})\\b`);

/** Rules, flows and wording give the same answer to the same question, whenever and wherever they are asked. */
export const impurities: Rule = files =>
  files
    .filter(file => isCode(file) && within('src/domain', 'src/flows', 'src/views')(file))
    .flatMap(file => {
      const touched = codeOf(file).match(outsideWorld)?.[0];
      return touched ? [`${file.path}: touches ${touched}. Take the time, or the chance, as a parameter.`] : [];
    });

export const sleeps: Rule = files =>
  files
    .filter(file => isCode(file) && within('test')(file))
    .flatMap(file => {
      const slept = codeOf(file).match(sleep)?.[0];
      return slept ? [`${file.path}: uses ${slept}. Wait for the event; for a deadline use AbortSignal.timeout.`] : [];
    });

/** The arrows' parser does not see a type that is imported in the middle of a line. */
export const hiddenImports: Rule = files =>
  files
    .filter(file => isCode(file) && file.path.endsWith('.ts'))
    .filter(file => /typeof import\(|(?<!await )\bimport\(''\)\.(?!then\b|catch\b)/.test(codeOf(file)))
    .map(
      file => `${file.path}: imports a type inline. Write \`import type\` at the top, where the arrows are checked.`,
    );

/** Addresses that exist on one machine only. Pieced together, or this file would break its own rule. */
const oneMachine = new RegExp(
  [
    ...['work', 'tmp', 'root', 'home', 'Users'].map(folder => `(?<![\\w.~-])/${folder}/`),
    ['\\.\\.', 'shared'].join('/'),
    ['\\bregistry', '[a-z0-9-]+', '[a-z]{2,}'].join('\\.'),
    ['localhost', '4873'].join(':'),
  ].join('|'),
);

export const oneMachinePaths: Rule = files =>
  files.flatMap(file => {
    const found = file.text.match(oneMachine)?.[0];
    return found ? [`${file.path}: names ${found}, which exists on one machine only.`] : [];
  });

/** Where a test of each folder looks for what it is named after. `house`, `stories` and `support` stand for themselves. */
const sourceFolder = (path: string) => {
  const folder = path.split('/').slice(1, -1).join('/');
  return /^(commands|playground)(\/|$)/.test(folder) ? folder : ['src', folder].filter(Boolean).join('/');
};

export const strayTests: Rule = files => {
  const product = files.filter(inProduct).map(({ path }) => path);
  const stem = (path: string) => path.split('/').at(-1)?.split('.')[0] ?? '';
  return files
    .filter(file => file.path.endsWith('.test.ts') && !within('test/house', 'test/stories', 'test/support')(file))
    .filter(({ path }) => {
      const folder = sourceFolder(path);
      const beside = product
        .filter(source => source.startsWith(`${folder}/`))
        .map(source => source.slice(folder.length + 1));
      const names = new Set([stem(folder), ...beside.flatMap(rest => rest.split('/').map(stem))]);
      return ![...names].some(name => stem(path).startsWith(name));
    })
    .map(({ path }) => `${path}: is named after no file or folder of ${sourceFolder(path)}/.`);
};
