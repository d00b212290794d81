import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startDiscord } from '../playground/discord/index.ts';
import { startApp } from '../src/app.ts';
import { rotateKeys } from '../src/credentials/key-folder.ts';
import { createLog } from '../src/log.ts';
import { openGate } from '../src/web/gate.ts';
import { aWorld, settings } from './support/world.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-app-'));
});
afterEach(() => rm(folder, { recursive: true }));

const start = (environment: Readonly<Record<string, string>>) =>
  startApp({
    config: settings({ DATABASE_URL: `file:${join(folder, 'cairn.sqlite')}`, ...environment }),
    log: createLog({ level: 'silent' }),
    onFatal: error => expect.unreachable(error.message),
  });

test('closed while Discord cannot be reached, it does not wait for it', async () => {
  const app = await start({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9/api' });
  await app.close();
});

test('a token that Discord does not know ends the start with a sentence and 78', async () => {
  const discord = await startDiscord({});
  const app = await start({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: discord.url });
  await expect(app.ready).rejects.toMatchObject({ exitCode: 78, message: expect.stringContaining('DISCORD_TOKEN') });
  await app.close();
  await discord.close();
});

test('a port that is taken ends the start before anything else, with a sentence and 69', async () => {
  const app = await start({ DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: 'http://127.0.0.1:9/api' });
  const { port } = new URL(app.webUrl);
  const second = start({ DISCORD_TOKEN: 'a.b.c', PORT: port, DATABASE_URL: `file:${join(folder, 'second.sqlite')}` });
  await expect(second).rejects.toMatchObject({ exitCode: 69, message: expect.stringContaining(`Port ${port}`) });
  expect(await readdir(folder)).not.toContain('second.sqlite');
  await app.close();
});

test('a start that fails gives its port back', async () => {
  const gate = await openGate({ port: 0 });
  const { port } = new URL(gate.url);
  await gate.close();
  const failing = () => start({ DISCORD_TOKEN: 'a.b.c', DATA_DIR: folder, PORT: port });
  await expect(failing()).rejects.toMatchObject({ exitCode: 78 });
  await expect(failing()).rejects.toMatchObject({ exitCode: 78 });
});

test('a curriculum with mistakes ends the start before anything is connected', async () => {
  await expect(start({ DISCORD_TOKEN: 'a.b.c', DATA_DIR: folder })).rejects.toMatchObject({ exitCode: 78 });
});

test('keys that other users may read end the start with a sentence and 78', async () => {
  await rotateKeys(join(folder, 'keys'), Temporal.Now.instant());
  await chmod(join(folder, 'keys', 'key-2.json'), 0o644);
  await expect(start({ DISCORD_TOKEN: 'a.b.c' })).rejects.toMatchObject({
    exitCode: 78,
    message: expect.stringContaining('chmod 600'),
  });
});

test('what was learned is there after a restart', async () => {
  const world = await aWorld();
  const ada = world.member('ada');
  await ada.runs('/progress done', { item: 'law-1' });
  await world.app.close();
  const [application] = world.discord.applications;
  const again = await start({
    DISCORD_TOKEN: application?.token ?? '',
    DISCORD_API_URL: world.discord.url,
    DATABASE_URL: `file:${world.file}`,
  });
  await again.ready;
  expect((await ada.runs('/progress done', { item: 'law-1' })).text).toContain('Already done');
  await again.close();
  await world.discord.close();
  await rm(dirname(world.file), { recursive: true });
});
