/** What openStore refuses, always with the reason and what to do, and never by writing over what is there. */

import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inTransaction } from '../../src/store/database.ts';
import { openStore } from '../../src/store/open.ts';
import { saveTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { aPath, aStoreOn } from './a-file.ts';

const refused = (exitCode: number, message: RegExp) =>
  expect.objectContaining({ name: 'StoreRefused', exitCode, message: expect.stringMatching(message) });

/** A closed database with enough rows to have pages beyond the first few. */
async function aFilledFile(): Promise<string> {
  const path = aPath();
  const { db, close } = await aStoreOn(path);
  await inTransaction(db, async tx => {
    for (let number = 0; number < 500; number++) {
      const tick = { itemId: `law-${number}`, evidence: 'self-marked' as const, at: at('2026-03-02') };
      await saveTick(tx, { guildId: '1100', userId: '1200' }, tick, '1');
    }
  });
  await close();
  return path;
}

describe('a SQLite file', () => {
  test('is made with its folder when there is none, and leaves no draft behind', async () => {
    const path = join(dirname(aPath()), 'deep', 'er', 'cairn.sqlite');
    const { engine } = await aStoreOn(path);
    expect(engine).toBe('sqlite');
    expect(readdirSync(dirname(path)).filter(name => name.includes('.new'))).toEqual([]);
  });

  test('may be given as a file URL', async () => {
    const path = aPath();
    await using store = await openStore(pathToFileURL(path).href);
    expect(store.engine).toBe('sqlite');
    expect(existsSync(path)).toBe(true);
  });

  test.each([
    ['empty', Buffer.alloc(0), /is empty/],
    ['something else', Buffer.from('path: architect\n'.repeat(99)), /is not a database/],
    ['a header and nothing more', Buffer.from('SQLite format 3\0'), /cannot be opened|damaged/],
  ])('that is %s is refused and left as it is', async (_, content, reason) => {
    const path = aPath();
    writeFileSync(path, content);
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(65, reason));
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(65, /[Rr]estore the last backup/));
    expect(readFileSync(path)).toEqual(content);
  });

  test('with a single damaged page, far from where the start looks, is refused and left as it is', async () => {
    const path = await aFilledFile();
    const content = readFileSync(path);
    content.fill(0xa5, content.length - 4096);
    writeFileSync(path, content);
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(65, /[Rr]estore the last backup/));
    expect(readFileSync(path)).toEqual(content);
  });

  test('that was cut off is refused', async () => {
    const path = await aFilledFile();
    truncateSync(path, 5 * 4096);
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(65, /[Rr]estore the last backup/));
  });

  test('that is gone while its log is still there is not made anew', async () => {
    const path = aPath();
    copyFileSync(await aFilledFile(), `${path}-wal`);
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(65, /-wal/));
    expect(existsSync(path)).toBe(false);
  });

  test('that a link points to and is not there, as with a disk not mounted, is not made anew', async () => {
    const path = aPath();
    symlinkSync(join(dirname(path), 'nowhere'), path);
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(65, /cannot be opened/));
    expect(existsSync(path)).toBe(false);
  });

  test('that is a folder is refused', async () => {
    const path = aPath();
    mkdirSync(path);
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(65, /is a folder/));
  });

  test('whose folder cannot be made is refused', async () => {
    const path = aPath();
    writeFileSync(path, 'a file');
    await expect(openStore(`file:${join(path, 'cairn.sqlite')}`)).rejects.toEqual(refused(65, /cannot be opened/));
  });

  test('that may only be read is refused, telling who must be given which right', async () => {
    const path = await aFilledFile();
    chmodSync(dirname(path), 0o777);
    chmodSync(path, 0o444);
    const opening = await asOrdinaryUser(() => openStore(`file:${path}`).catch(fault => fault));
    expect(opening).toEqual(refused(78, /cairn\.sqlite cannot be written to\. Give the user .* the right to write/));
  });

  test('of another program is refused and left as it is', async () => {
    const path = aPath();
    const foreign = new Database(path);
    foreign.exec('create table bookmarks (url text)');
    foreign.close();
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(78, /another program/));
    const after = new Database(path);
    expect(after.prepare('select name from sqlite_schema').pluck().all()).toEqual(['bookmarks']);
    after.close();
  });

  test('of a newer Cairn is refused, naming both versions', async () => {
    const path = aPath();
    const { db, close } = await aStoreOn(path);
    await sql`insert into migrations values (9999, 'tomorrow', 'x', 'x')`.execute(db);
    await close();
    await expect(openStore(`file:${path}`)).rejects.toEqual(refused(78, /9999-tomorrow.*0004-memory/));
  });
});

describe('a database address', () => {
  test.each(['mysql://ada:secret@host/cairn', 'var/cairn.sqlite', 'file:', ''])('%j is refused', async url => {
    const refusal = openStore(url);
    await expect(refusal).rejects.toEqual(refused(78, /file:PATH or postgres/));
    await expect(refusal).rejects.not.toThrow(/secret/);
  });

  test('where nobody listens cannot be reached', async () => {
    const url = await aServer(() => {});
    await url.close();
    const opening = openStore(url.address);
    await expect(opening).rejects.toEqual(refused(69, /server at 127\.0\.0\.1:\d+ cannot be reached: .*ECONNREFUSED/));
    await expect(opening).rejects.not.toThrow(/secret/);
  });

  test('where somebody hangs up cannot be reached', async () => {
    const { address } = await aServer(socket => socket.destroy());
    await expect(openStore(address)).rejects.toEqual(refused(69, /cannot be reached.*Start the server/));
  });

  test.each([
    ['28P01', 'password authentication failed for user "cairn"'],
    ['3D000', 'database "cairn" does not exist'],
  ])('that the server turns away with %s is a wrong setting, told in the words of the server', async (code, words) => {
    const { address } = await aServer(socket => {
      const fields = Buffer.from(`SFATAL\0C${code}\0M${words}\0\0`);
      const head = Buffer.from('E\0\0\0\0');
      head.writeInt32BE(fields.length + 4, 1);
      socket.once('data', () => socket.end(Buffer.concat([head, fields])));
    });
    const opening = openStore(address);
    await expect(opening).rejects.toEqual(
      refused(78, new RegExp(`127\\.0\\.0\\.1:.*${words}\\. Check .*DATABASE_URL`)),
    );
    await expect(opening).rejects.not.toThrow(/secret/);
  });
});

/** To root no file is closed. */
async function asOrdinaryUser<T>(act: () => Promise<T>): Promise<T> {
  const user = process.geteuid?.();
  if (user === 0) process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    if (user === 0) process.seteuid?.(0);
  }
}

async function aServer(onConnection: (socket: Socket) => void) {
  const server = createServer(onConnection).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    await once(server, 'close');
  };
  onTestFinished(() => {
    if (server.listening) server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `postgres://cairn:secret@127.0.0.1:${port}/cairn`, close };
}
