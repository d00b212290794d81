/** Whoever starts Cairn on another Node reads one line that says what to run. */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';

const { scripts, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const needed = devDependencies.node.split('.')[0];
const rebuild = 'npm rebuild node --ignore-scripts=false';

/** A project of two files, with and without its packages. */
const project = mkdtempSync(join(tmpdir(), 'cairn-node-'));
afterAll(() => rmSync(project, { recursive: true, force: true }));
for (const folder of ['fresh', 'installed']) {
  mkdirSync(join(project, folder));
  for (const file of ['package.json', 'require-node.cjs']) copyFileSync(file, join(project, folder, file));
}
mkdirSync(join(project, 'installed/node_modules/node'), { recursive: true });

function startedOn(node: string, folder: string, ...options: readonly string[]) {
  const guard = join(project, folder, 'require-node.cjs');
  const { status, stderr, stdout } = spawnSync(node, [...options, guard], { encoding: 'utf8', env: {} });
  return { status, said: stdout + stderr };
}

function pretending(version: string): string {
  const file = join(project, `${version}.cjs`);
  writeFileSync(file, `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`);
  return file;
}

const refusal = (found: string, remedy: string) => ({
  status: 1,
  said: `Cairn needs Node ${needed} and was started on Node ${found}. Run: ${remedy}\n`,
});

test('the pinned Node passes in silence', () => {
  expect(startedOn(process.execPath, 'installed')).toEqual({ status: 0, said: '' });
});

describe.each(['12.22.12', '20.11.1', '25.9.0', '27.0.0'])('on Node %s', version => {
  test('one line tells to fetch the Node that was left out', () => {
    const answer = startedOn(process.execPath, 'installed', '--require', pretending(version));
    expect(answer).toEqual(refusal(version, rebuild));
  });

  test('one line tells to install first, if nothing is installed', () => {
    const answer = startedOn(process.execPath, 'fresh', '--require', pretending(version));
    expect(answer).toEqual(refusal(version, 'npm ci'));
  });
});

const others = (process.env.PATH ?? '')
  .split(delimiter)
  .map(folder => join(folder, 'node'))
  .filter(path => !path.includes('node_modules') && existsSync(path))
  .map(path => ({ path, version: execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim() }))
  .filter(({ version }) => version.split('.')[0] !== needed);

test.each(others)('the Node $version of this machine is refused for real', ({ path, version }) => {
  expect(startedOn(path, 'installed')).toEqual(refusal(version, rebuild));
});

test.each(['start', 'test', 'check'])('npm run %s asks before anything else', name => {
  expect(scripts[name]).toMatch(/^(exec )?node (--require \.\/)?require-node\.cjs /);
});
