/** `npm run keys:rotate` as an organiser runs it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openKeys } from '../../src/credentials/key-folder.ts';

function rotate(folder: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/credentials/rotate.ts', folder], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-rotate-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('it says which key signs from now on, and that older ones stay', async () => {
  const folder = aFolder();
  const { signing } = await openKeys(folder);
  const { status, stdout } = rotate(folder);
  const after = await openKeys(folder);
  expect(status).toBe(0);
  expect(stdout).toContain(`signed with the key ${after.signing.thumbprint}. One older key stays`);
  expect(after.published[1]?.thumbprint).toBe(signing.thumbprint);
});

test('it refuses with a sentence and an exit code, and no stack', () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'key-1.json'), 'x');
  expect(rotate(folder)).toEqual({ status: 65, stdout: '', stderr: expect.stringMatching(/damaged[^\n]*\n$/) });
});
