/** The line a test run ends with. */
import { expect, test } from 'vitest';
import { plant } from './planted.ts';

const tally = async (tests: Readonly<Record<string, string>>) => {
  await using house = await plant(tests);
  const { code, output } = await house.run('vitest', 'run');
  const [last] = output.trimEnd().split('\n').slice(-1);
  return { code, last };
};

const head = "import { expect, test } from 'vitest';\n";
const passing = "test('adds', () => expect(1 + 1).toBe(2));\n";
const failing = "test('adds badly', () => expect(1 + 1).toBe(3));\n";
const leftOut = "test.skipIf(true)('is left out', () => expect(1).toBe(1));\n";

test('a run ends with what passed, failed and was skipped', async () => {
  const answer = await tally({
    'test/a.test.ts': head + passing + failing,
    'test/b.test.ts': head + passing + leftOut,
  });
  expect(answer).toEqual({ code: 1, last: '2 passed, 1 failed, 1 skipped' });
});

test('a run without failures ends well', async () => {
  expect(await tally({ 'test/a.test.ts': head + passing })).toEqual({ code: 0, last: '1 passed, 0 failed, 0 skipped' });
});

test('a file that cannot be loaded and an error outside of tests are failures', async () => {
  const stray = "void Promise.reject(new Error('nobody waits for this'));\n";
  const answer = await tally({
    'test/a.test.ts': "import './nowhere.ts';\n",
    'test/b.test.ts': head + stray + passing,
  });
  expect(answer).toEqual({ code: 1, last: '1 passed, 2 failed, 0 skipped' });
});
