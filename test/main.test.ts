/** How Cairn starts and ends, seen from the shell: exit codes, signals, and what is printed. The app is a stand-in. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';

/** Only main, its settings and its log are the real ones; what they start behaves as `ACT` says. */
const house = mkdtempSync(join(tmpdir(), 'cairn-main-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));
const standIn = (name: string) => `
  import { spawn } from 'node:child_process';
  import { once } from 'node:events';
  import { createServer } from 'node:net';
  export async function ${name}({ onFatal }) {
    const act = process.env.ACT ?? '';
    if (act === 'foreseen') throw Object.assign(new Error('The database is newer than Cairn. Update Cairn.'), { exitCode: 78 });
    if (act === 'fault') throw Object.assign(new Error('A defect'), { requestBody: 'a private word' });
    const stay = createServer().listen(0, '127.0.0.1');
    if (act === 'refused') queueMicrotask(() => onFatal(Object.assign(new Error('Discord refuses the token.'), { exitCode: 78 })));
    process.on('SIGUSR2', () => { throw new Error('A late defect'); });
    return {
      ready: Promise.resolve(),
      async close() {
        process.stdout.write('${name} closes\\n');
        if (act === 'cannot close') throw new Error('Stuck');
        await once(spawn(process.execPath, ['--version']), 'exit'); // takes its time
        if (act !== 'closes for ever') stay.close();
        else await new Promise(() => {});
      },
    };
  }`;
mkdirSync(join(house, 'src'));
mkdirSync(join(house, 'playground'));
for (const file of ['main.ts', 'config.ts', 'log.ts']) cpSync(`src/${file}`, join(house, 'src', file));
writeFileSync(join(house, 'package.json'), '{ "type": "module" }');
writeFileSync(join(house, 'src/app.ts'), standIn('startApp'));
writeFileSync(join(house, 'playground/main.ts'), standIn('main'));
symlinkSync(resolve('node_modules'), join(house, 'node_modules'), 'junction');

function startMain(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts'], {
    cwd: house,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = text(child.stderr);
  const ended = Promise.all([once(child, 'close'), said]).then(([[code], stderr]) => ({ code, stderr }));
  return { child, ended, log: linesOf(child) };
}

async function* linesOf(child: ChildProcessByStdio<null, Readable, Readable>) {
  for await (const line of createInterface(child.stdout)) yield line;
}

async function until(log: AsyncGenerator<string>, part: string) {
  for (let line = await log.next(); !line.done; line = await log.next())
    if (line.value.includes(part)) return line.value;
  throw new Error(`The process ended before it said "${part}".`);
}

const withToken = { DISCORD_TOKEN: 'local.seed' };

test('broken settings end the start with 78 and every problem', async () => {
  const { ended } = startMain({ PORT: 'web', LOG_LEVEL: 'loud' });
  const { code, stderr } = await ended;
  expect(code).toBe(78);
  expect(stderr).toMatch(/^Cairn did not start\. 2 settings [\s\S]*PORT is "web"[\s\S]*LOG_LEVEL is "loud"/);
});

test('settings are read from .env, and the environment goes before it', async () => {
  writeFileSync(join(house, '.env'), 'PORT=dotenv\nLOG_LEVEL=dotenv\n');
  const { code, stderr } = await startMain({ LOG_LEVEL: 'outside' }).ended;
  rmSync(join(house, '.env'));
  expect({ code, stderr }).toEqual({
    code: 78,
    stderr: expect.stringMatching(/PORT is "dotenv"[\s\S]*LOG_LEVEL is "outside"/),
  });
});

test('a .env that is a folder ends the start with 78 and one line about it', async () => {
  mkdirSync(join(house, '.env'));
  const { code, stderr } = await startMain({}).ended;
  rmSync(join(house, '.env'), { recursive: true });
  expect({ code, stderr }).toEqual({
    code: 78,
    stderr: expect.stringMatching(/^Cairn did not start\. .*\n {2}\.env cannot be read: it is a folder\. .*\n$/),
  });
});

test.each([
  ['SIGTERM', 'with a token the app', withToken, 'startApp closes'],
  ['SIGINT', 'without a token the playground', {}, 'main closes'],
] as const)(
  '%s closes %s, which is started when all is well, and ends with 0',
  async (signal, _, environment, farewell) => {
    const { child, ended, log } = startMain(environment);
    await until(log, '"Cairn is ready"');
    child.kill(signal);
    await until(log, farewell);
    expect(await ended).toEqual({ code: 0, stderr: '' });
  },
);

test('two signals in a moment, as npm passes Ctrl-C on, are one', async () => {
  const { child, ended, log } = startMain(withToken);
  await until(log, '"Cairn is ready"');
  // Two that are alike could reach the process as one.
  child.kill('SIGINT');
  child.kill('SIGTERM');
  await until(log, 'startApp closes');
  expect(await ended).toEqual({ code: 0, stderr: '' });
});

test.each([
  ['at the start', 'foreseen', 'The database is newer than Cairn. Update Cairn.\n'],
  ['later', 'refused', 'Discord refuses the token.\n'],
])('a fault that was foreseen, %s, is one line and its own exit code', async (_, ACT, stderr) => {
  expect(await startMain({ ...withToken, ACT }).ended).toEqual({ code: 78, stderr });
});

test.each([
  ['while it starts', 'fault', undefined, 'A defect'],
  ['while it runs', '', 'SIGUSR2', 'A late defect'],
  ['while it closes', 'cannot close', 'SIGTERM', 'Stuck'],
] as const)(
  'an unforeseen fault %s is logged without private words, and ends with 70',
  async (_, ACT, signal, message) => {
    const { child, ended, log } = startMain({ ...withToken, ACT });
    if (signal) {
      await until(log, '"Cairn is ready"');
      child.kill(signal);
    }
    const line = await until(log, '"level":"fatal"');
    expect(JSON.parse(line)).toMatchObject({ msg: 'Cairn stopped: an unexpected fault', err: { message } });
    expect(line).not.toContain('private');
    expect(await ended).toEqual({ code: 70, stderr: '' });
  },
);

test('a signal long after the first ends at once what does not close', async () => {
  const { child, ended, log } = startMain({ ...withToken, ACT: 'closes for ever' });
  await until(log, '"Cairn is ready"');
  let code: unknown;
  const over = ended.then(end => {
    code = end.code;
  });
  child.kill('SIGTERM');
  await until(log, 'startApp closes');
  // Signals keep coming until one counts; those within half a second of the first do not.
  while (code === undefined) {
    child.kill('SIGTERM');
    await Promise.race([over, new Promise(setImmediate)]);
  }
  expect(code).toBe(1);
});
