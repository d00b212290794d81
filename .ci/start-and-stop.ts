/** Starts Cairn as a newcomer does, waits until page, bot and web server are up, and ends it with SIGTERM. Prints what went wrong. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const patience = 60_000;
const scratch = mkdtempSync(join(tmpdir(), 'cairn-start-'));

async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

const [page, web] = [await freePort(), await freePort()];
const env: NodeJS.ProcessEnv = {
  ...process.env,
  // Empty, not absent: a token in .env must not send this to Discord.
  DISCORD_TOKEN: '',
  DATABASE_URL: `file:${join(scratch, 'cairn.sqlite')}`,
  PORT: web,
  PLAYGROUND_PORT: page,
  LOG_LEVEL: 'info',
};

const cairn = spawn('npm', ['start'], { env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
const ended = once(cairn, 'exit').then(([code, signal]) => ({ code, signal }));

async function untilReady(): Promise<void> {
  for await (const line of createInterface(cairn.stdout)) {
    process.stdout.write(`  ${line}\n`);
    if (line.includes('"Cairn is ready"')) return void cairn.stdout.resume();
  }
  throw new Error('npm start ended before it said "Cairn is ready".');
}

const late = (what: string) =>
  once(AbortSignal.timeout(patience), 'abort').then(() =>
    Promise.reject(new Error(`${what} took over ${patience} ms.`)),
  );

try {
  await Promise.race([untilReady(), late('Starting')]);
  for (const address of [`http://127.0.0.1:${page}/`, `http://127.0.0.1:${web}/health`]) {
    const answer = await fetch(address, { signal: AbortSignal.timeout(patience) });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  }
  cairn.kill('SIGTERM');
  const { code, signal } = await Promise.race([ended, late('Stopping')]);
  if (code !== 0) throw new Error(`After SIGTERM npm start ended with ${code ?? signal}, not with 0.`);
  process.stdout.write('started, answered, stopped\n');
} catch (fault) {
  process.stdout.write(`start-and-stop: ${fault instanceof Error ? fault.message : fault}\n`);
  if (cairn.pid && cairn.exitCode === null && cairn.signalCode === null) process.kill(-cairn.pid, 'SIGKILL');
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exit();
