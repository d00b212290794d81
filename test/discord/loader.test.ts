import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/discord/loader.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'commands-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const put = (file: string, text: string) => writeFile(join(folder, file), text);
const ping = "{ name: 'ping', says: 'Answers', options: {}, run: () => ({ components: [] }) }";

async function refusal(): Promise<string> {
  const error = await loadCommands(folder).then(
    () => new Error('The commands were loaded.'),
    (error: Error) => error,
  );
  expect(error).toMatchObject({ name: 'LineError', exitCode: 78 });
  return error.message;
}

describe('loading commands', () => {
  test('finds each file by its name and leaves notes alone', async () => {
    await put('ping.ts', `export const command = ${ping};`);
    await put('README.md', '# Commands');
    const commands = await loadCommands(folder);
    expect([...commands.keys()]).toEqual(['ping']);
    expect(commands.get('ping')?.says).toBe('Answers');
  });

  test('names every malformed file at once, each with the field and the way out', async () => {
    await put('ping.ts', `export const command = ${ping};`);
    await put('pong.ts', `export const command = ${ping};`);
    await put('empty.ts', 'export const other = 1;');
    await put('torn.ts', 'throw new Error("no database");');
    await put('stray.js', '');
    expect((await refusal()).split('\n').slice(1)).toEqual([
      "  empty.ts: command is not exported. Write `export const command = defineCommand({ name: '…', says: '…', … })`.",
      "  pong.ts: name is 'ping'. Name it 'pong', as the file is, or rename the file.",
      '  stray.js: file is no command. Each command is one .ts file here; keep everything else elsewhere.',
      '  torn.ts: file cannot be loaded: no database',
    ]);
  });
});
