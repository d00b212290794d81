/** `npm run check` sees every kind of violation, and is content with a house that has none. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Answer, type PlantedHouse, plant } from './planted.ts';

// Each check is a program of its own, and all of them run at once.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

/** Rule, file, its text. Each file breaks exactly one rule. */
const broken: readonly (readonly [string, string, string])[] = [
  ['upward', 'src/domain/climbing.ts', "import '../flows/lay.ts';\n"],
  ['upward', 'src/store/climbing.ts', "import type {} from '../discord/command.ts';\n"],
  ['upward', 'src/discord/climbing.ts', "import '../app.ts';\n\nusing _ = { [Symbol.dispose]: () => {} };\n"],
  ['upward', 'src/web/climbing.ts', "import '../../commands/lay.ts';\n"],
  ['sideways', 'src/curriculum/leaning.ts', "import '../store/stones.ts';\n"],
  ['sideways', 'src/schedule/leaning.ts', "import '../discord/command.ts';\n"],
  ['flows-word-nothing', 'src/flows/wording.ts', "import '../views/cairn.ts';\n"],
  ['commands-stay-thin', 'commands/thick.ts', "import '../src/store/stones.ts';\n"],
  ['commands-stay-thin', 'commands/pair.ts', "import './lay.ts';\n"],
  ['app-loads-commands', 'src/app.ts', "import '../commands/lay.ts';\n\nexport const start = (): string => '';\n"],
  ['main-stays-thin', 'src/main.ts', "import './flows/lay.ts';\nimport { start } from './app.ts';\n\nstart();\n"],
  ['app-is-below-main', 'bench/main.ts', "import '../src/main.ts';\n"],
  [
    'leaves',
    'src/log.ts',
    "import './domain/stone.ts';\n\nexport const log = (_: string): void => {};\nexport type Log = typeof log;\n",
  ],
  ['config-is-handed-down', 'src/web/settings.ts', "import '../config.ts';\n"],
  ['log-is-handed-down', 'src/schedule/loud.ts', "import '../log.ts';\n"],
  ['pure-rooms-are-silent', 'src/views/loud.ts', "import type { Log } from '../log.ts';\n\nexport type Loud = Log;\n"],
  ['playground-knows-no-cairn', 'playground/page/curious.ts', "import '../../src/domain/stone.ts';\n"],
  ['cairn-knows-no-playground', 'src/flows/playing.ts', "import '../../playground/discord/server.ts';\n"],
  ['local-discord-knows-no-page', 'playground/discord/vain.ts', "import '../page/index.ts';\n"],
  ['product-knows-no-tests', 'src/discord/tested.ts', "import '../../test/support/builders.ts';\n"],
  [
    'package-in-wrong-room',
    'src/flows/querying.ts',
    "import type { Kysely } from 'kysely';\n\nexport type Db = Kysely<unknown>;\n",
  ],
  ['package-in-wrong-room', 'src/views/drawing.ts', "import 'discord.js';\n"],
  ['package-not-listed', 'playground/page/guessing.ts', "import 'fast-check';\n"],
  ['package-not-installed-for-users', 'src/pictures/testing.ts', "import 'vitest';\n"],
  ['pure-rooms-need-no-node', 'src/domain/reading.ts', "import 'node:fs';\n"],
  ['cycle', 'src/domain/egg.ts', "import type { Hen } from './hen.ts';\n\nexport type Egg = { from?: Hen };\n"],
  ['unresolved', 'src/flows/astray.ts', "import './nowhere.ts';\n"],
];

const additions = {
  'src/views/cairn.ts': "export const cairn = 'a pile of stones';\n",
  'src/domain/hen.ts': "import type { Egg } from './egg.ts';\n\nexport type Hen = { lays: Egg };\n",
  'src/schedule/quiet.ts':
    "import type { Log } from '../log.ts';\n\nexport const tick = (log: Log): void => log('tick');\n",
  'playground/page/index.ts': "import '../discord/server.ts';\n",
  'test/support/builders.ts': 'export {};\n',
  'src/store/untidy.ts': 'export  const untidy = "yes"\n',
  'src/flows/careless.ts': 'const save = async (): Promise<void> => {};\nsave();\n',
  'src/web/mistyped.ts': "export const port: number = '8080';\n",
  ...Object.fromEntries(broken.map(([, path, text]) => [path, text])),
};

let house: PlantedHouse;
let answer: Answer;
beforeAll(async () => {
  house = await plant(additions);
  answer = await house.run('node', '.ci/check.ts');
});
afterAll(() => house[Symbol.asyncDispose]());

test('a sound house passes every check', async () => {
  await using sound = await plant({});
  expect(await sound.run('node', '.ci/check.ts')).toEqual({
    code: 0,
    output: '✓ types\n✓ style\n✓ arrows\n✓ unused\n✓ curriculum\ncheck: all in order\n',
  });
});

test('the checks that failed are named at the end', () => {
  expect(answer.code).toBe(1);
  expect(answer.output.trimEnd().split('\n').at(-1)).toBe('check: failed: types, style, arrows, unused');
});

test.each(broken)('%s is reported for %s', (rule, path) => {
  expect(answer.output).toContain(`${rule}: ${path} → `);
});

test('nothing but what was planted is reported', () => {
  const named = answer.output.split('\n').flatMap(
    line =>
      line
        .match(/^([a-z-]+): (\S+) → /)
        ?.slice(1, 3)
        .join(' ') ?? [],
  );
  const planted = broken.map(([rule, path]) => `${rule} ${path}`);
  expect(new Set(named)).toEqual(new Set([...planted, 'package-not-listed src/pictures/testing.ts']));
});

test('a cycle of types shows its way round', () => {
  expect(answer.output).toMatch(/cycle: src\/domain\/egg\.ts → src\/domain\/hen\.ts → src\/domain\/egg\.ts/);
});

test('a type error, untidy writing, a forgotten promise and an unused export are reported with their file', () => {
  expect(answer.output).toMatch(/src\/web\/mistyped\.ts.*TS2322/);
  expect(answer.output).toMatch(/src\/store\/untidy\.ts format/);
  expect(answer.output).toMatch(/src\/flows\/careless\.ts.*noFloatingPromises/);
  expect(answer.output).toMatch(/Unused (files|exports)[\s\S]*src\/web\/mistyped\.ts/);
});

test('an export without a reader is reported by its name', async () => {
  await using forgetful = await plant({
    'src/domain/stone.ts': 'export const stone = (below: number): number => below + 1;\nexport const forgotten = 1;\n',
  });
  const { code, output } = await forgetful.run('knip');
  expect({ code, output }).toEqual({ code: 1, output: expect.stringMatching(/forgotten\s+src\/domain\/stone\.ts/) });
});

test('the arrows fail when nothing reads the sources, rather than pass over no module', async () => {
  await using house = await plant({
    'without-swc.mjs': `import { registerHooks } from 'node:module';
      registerHooks({
        resolve(name, context, next) {
          if (name.startsWith('@swc/core')) throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' });
          return next(name, context);
        },
      });`,
  });
  const { code, output } = await house.run('node', '--import', './without-swc.mjs', '.ci/check-arrows.ts');
  expect(code).toBe(1);
  expect(output).toContain('not-read: src/domain/stone.ts');
});
