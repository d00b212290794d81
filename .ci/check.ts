/** Runs every `check:…` script of package.json, all at once, and names those that failed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { text } from 'node:stream/consumers';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env.PATH}`,
  ...(!process.stdout.isTTY && { NO_COLOR: '1', FORCE_COLOR: undefined }),
};

async function run(name: string, command: string) {
  const child = spawn(`${command} 2>&1`, { shell: true, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { name, output, passed: code === 0 };
}

const checks = Object.entries(scripts).filter(([name]) => name.startsWith('check:'));
const results = await Promise.all(checks.map(([name, command]) => run(name.slice('check:'.length), command)));

for (const { name, output, passed } of results) {
  if (!passed) process.stdout.write(`── ${name} ──\n${output}\n`);
}
const failed = results.filter(({ passed }) => !passed).map(({ name }) => name);
for (const { name, passed } of results) process.stdout.write(`${passed ? '✓' : '✗'} ${name}\n`);
process.stdout.write(failed.length > 0 ? `check: failed: ${failed.join(', ')}\n` : 'check: all in order\n');
process.exitCode = failed.length > 0 ? 1 : 0;
