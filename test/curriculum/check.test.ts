/** The check as a person runs it. */
import { execFile } from 'node:child_process';
import { expect, test } from 'vitest';
import { edited, folderOf } from './data-folder.ts';

function check(dir: string): Promise<{ readonly code: number; readonly output: string }> {
  return new Promise(resolve =>
    execFile(process.execPath, ['src/curriculum/check.ts', dir], (error, output) =>
      resolve({ code: error ? Number(error.code) : 0, output }),
    ),
  );
}

test('a sound data folder is counted on two lines', async () => {
  const { code, output } = await check('data');
  expect(code).toBe(0);
  const counts = ['items', 'paths', 'places', 'certificates', 'reference lists', 'milestones'];
  expect(output).toMatch(
    new RegExp(
      `^Curriculum 1\\+[0-9a-f]{8}: ${counts.map(what => `\\d+ ${what}`).join(', ')}\n[^\n]+: 21 roles, 14 channels, 4 study groups, 1 office hours, 4 mentor pools\n$`,
    ),
  );
});

test('every problem is printed with file, line, rule and advice', async () => {
  const dir = await folderOf({
    ...edited('items/laws.yaml', 'page:', 'pgae:'),
    ...edited('paths/track/safety.yaml', 'order: 1', 'order: 0'),
  });
  expect(await check(dir)).toEqual({
    code: 1,
    output: [
      `${dir} has 2 problems. The numbers are the rules of ${dir}/README.md.`,
      `${dir}/items/laws.yaml:3: rule 6: There is no key "pgae" here. Did you mean "page"?`,
      `${dir}/paths/track/safety.yaml:2: rule 8: Here a whole number from 1 on is expected, not the value 0.`,
      '',
    ].join('\n'),
  });
});
