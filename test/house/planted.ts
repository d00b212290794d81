/** A small house with the same rooms and the real checks in a temporary folder, to plant violations in. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';

const checks = [
  '.ci',
  '.gitignore',
  'biome.json',
  'knip.json',
  'tsconfig.json',
  'vitest.config.ts',
  'test/house/tally.ts',
  'test/support/temporal-equality.ts',
];

/** Enough for every check to be content: each room has a file, and every export has a reader. */
const soundHouse = {
  'src/main.ts': "import { start } from './app.ts';\n\nstart();\nawait import('../playground/main.ts');\n",
  'src/app.ts': "import { reply } from './discord/command.ts';\n\nexport const start = (): string => reply();\n",
  'src/discord/command.ts':
    "import { lay } from '../flows/lay.ts';\n\nexport const reply = (): string => String(lay());\n",
  'src/flows/lay.ts':
    "import { stone } from '../domain/stone.ts';\nimport { kept } from '../store/stones.ts';\n\nexport const lay = (): number => stone(kept);\n",
  'src/store/stones.ts': "import { stone } from '../domain/stone.ts';\n\nexport const kept = stone(1);\n",
  'src/domain/stone.ts': 'export const stone = (below: number): number => below + 1;\n',
  'src/curriculum/check.ts': "import { stone } from '../domain/stone.ts';\n\nprocess.exitCode = stone(-1);\n",
  'src/log.ts': 'export type Log = (line: string) => void;\nexport const log: Log = () => {};\n',
  'src/config.ts': 'export const settings = 1;\n',
  'commands/lay.ts': "import { reply } from '../src/discord/command.ts';\n\nexport const command = reply();\n",
  'playground/main.ts':
    "import { settings } from '../src/config.ts';\nimport { log } from '../src/log.ts';\nimport { server } from './discord/server.ts';\n\nlog(server + settings);\n",
  'playground/discord/server.ts': "export const server = 'local';\n",
} as const;

export interface Answer {
  readonly code: number;
  readonly output: string;
}

export interface PlantedHouse extends AsyncDisposable {
  readonly folder: string;
  run(script: string, ...args: readonly string[]): Promise<Answer>;
}

/** `additions` are written over the sound house. */
export async function plant(additions: Readonly<Record<string, string>>): Promise<PlantedHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn-house-'));
  for (const path of checks) await cp(path, join(folder, path), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [path, text] of Object.entries({ 'package.json': await ownPackage(), ...soundHouse, ...additions })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return {
    folder,
    run: (script, ...args) => run(folder, script, args),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The real scripts; of the packages only those that the copied configurations use. */
async function ownPackage(): Promise<string> {
  const { scripts, type } = JSON.parse(await readFile('package.json', 'utf8'));
  const used = [
    '@biomejs/biome',
    '@swc/core',
    '@types/node',
    'dependency-cruiser',
    'knip',
    'node',
    'typescript',
    'vitest',
  ];
  const { bench: _, soak: __, start: ___, ...ours } = scripts;
  const devDependencies = Object.fromEntries(used.map(name => [name, '*']));
  return JSON.stringify({ name: 'planted', private: true, type, scripts: ours, devDependencies }, null, 2).concat('\n');
}

function run(folder: string, script: string, args: readonly string[]): Promise<Answer> {
  const bin = resolve('node_modules/.bin');
  // As in a terminal of one's own: vitest tells its children that it is there, and to use colours.
  const { VITEST: _, FORCE_COLOR: __, ...outside } = process.env;
  const env = { ...outside, NO_COLOR: '1', PATH: `${bin}${delimiter}${process.env.PATH}` };
  return new Promise(done => {
    execFile(script, args, { cwd: folder, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      done({ code, output: `${stderr}${stdout}` });
    });
  });
}
