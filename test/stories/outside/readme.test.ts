/** What the playground's README shows other bots' authors is run as it stands there. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const readme = readFileSync('playground/README.md', 'utf8');

test('its example of a test runs, and prints what its comments promise', () => {
  const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)/g)].map(([, line]) => line);
  // Inside the project, or its packages would not be found from there.
  mkdirSync('var', { recursive: true });
  const folder = mkdtempSync('var/readme-');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'example.ts');
  writeFileSync(file, example.replaceAll("'./discord/", `'${resolve('playground/discord')}/`));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 25_000 });
  expect(stderr).toBe('');
  expect(stdout.trim().split('\n')).toEqual(promised);
  expect(promised).toHaveLength(2);
  expect(status).toBe(0);
});
