/** The house against its own rules, and each rule against something that breaks it. */
import { describe, expect, test } from 'vitest';
import * as rules from './rules.ts';
import { allFiles } from './sources.ts';

const files = allFiles();

test('the house has files to look at', () => {
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['package.json', 'src/main.ts', '.ci/run']));
});

test('half of the files fit on a screen or two', () => {
  expect(rules.medianLength(files)).toBeLessThanOrEqual(rules.longestMedian);
});

test('the median looks at code that runs, not at tests', () => {
  const sized = (path: string, lines: number) => ({ path, text: 'x\n'.repeat(lines) });
  const some = [
    sized('src/a.ts', 10),
    sized('bench/b.ts', 30),
    sized('commands/c.ts', 20),
    sized('test/d.test.ts', 900),
  ];
  expect(rules.medianLength(some)).toBe(20);
});

const broken: readonly (readonly [rules.Rule, readonly (readonly [path: string, text: string])[]])[] = [
  [rules.longFiles, [['src/domain/long.ts', 'x\n'.repeat(301)]]],
  [
    rules.drawers,
    [
      ['src/utils/dates.ts', ''],
      ['src/store/helpers.ts', ''],
      ['test/support/common.ts', ''],
      ['src/web/pages.ts', 'export function helper() {}'],
      ['src/web/pages.ts', 'export const misc = (a: number) => a;'],
    ],
  ],
  [
    rules.environmentReaders,
    [
      ['src/store/database.ts', 'const url = process.env.DATABASE_URL;'],
      ['src/web/server.ts', "const { env } = process;\nimport { env } from 'node:process';"],
      ['src/main.ts', 'readConfig(process.env); if (process.env.DEBUG) {}'],
      ['commands/path.ts', 'const url = `$' + '{process.env.PUBLIC_URL}`;'],
    ],
  ],
  [
    rules.impurities,
    [
      ['src/domain/pace.ts', 'const today = Temporal.Now.plainDateISO();'],
      ['src/domain/pace.ts', 'const today = Date.now();'],
      ['src/domain/pace.ts', 'const today = new Date();'],
      ['src/views/greeting.ts', 'const word = words[Math.floor(Math.random() * 3)];'],
      ['src/views/greeting.ts', 'const home = process.cwd();'],
    ],
  ],
  [
    rules.sleeps,
    [
      ['test/store/outbox.test.ts', 'await new Promise(done => setTimeout(done, 50));'],
      ['test/store/outbox.test.ts', "import { setTimeout as sleep } from 'node:timers/promises';"],
    ],
  ],
  [
    rules.hiddenImports,
    [
      ['src/domain/pace.ts', "type Db = import('../store/database.ts').Db;"],
      ['src/domain/pace.ts', "let store: typeof import('../store/database.ts');"],
    ],
  ],
  [
    rules.oneMachinePaths,
    [
      ['README.md', `see ${['', 'home', 'ada', 'cairn'].join('/')}`],
      ['package-lock.json', ['https://registry', 'example', 'org/pino'].join('.')],
      ['src/domain/pace.ts', ['..', 'shared', 'design.md'].join('/')],
    ],
  ],
  [
    rules.strayTests,
    [
      ['test/domain/pace.test.ts', ''],
      ['test/commands/pace.test.ts', ''],
      ['test/pace.test.ts', ''],
    ],
  ],
];

describe.each(broken.map(([rule, examples]) => ({ name: rule.name, rule, examples })))(
  '$name',
  ({ rule, examples }) => {
    test('there are none in the house', () => {
      expect(rule(files)).toEqual([]);
    });

    test.each(examples)('one is found in %s', (path, text) => {
      expect(rule([{ path, text }])).toEqual([expect.stringContaining(path)]);
    });
  },
);

test('a rule reads code, not what comments and strings speak of', () => {
  const text = "/* process.env */\n// Date.now()\nexport const words = 'setTimeout and process.env';\n";
  const quiet = ['src/domain/a.ts', 'src/store/b.ts', 'test/c.ts'].map(path => ({ path, text }));
  expect([...rules.impurities(quiet), ...rules.environmentReaders(quiet), ...rules.sleeps(quiet)]).toEqual([]);
});

test('a test may be named after a file, a folder, or a part of one', () => {
  const tree = ['src/store/outbox.ts', 'playground/discord/gateway/session.ts', 'src/config.ts', 'commands/path.ts'];
  const tests = [
    'test/store/outbox.test.ts',
    'test/store/outbox-leases.test.ts',
    'test/store/store.test.ts',
    'test/playground/discord/gateway.test.ts',
    'test/config.test.ts',
    'test/commands/path.test.ts',
  ];
  expect(rules.strayTests([...tree, ...tests].map(path => ({ path, text: '' })))).toEqual([]);
});
