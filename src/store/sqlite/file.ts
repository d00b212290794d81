/** Finds or makes the SQLite file. What is there and cannot be read is never written over. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { isSqliteBusy, storeFault } from '../classify.ts';
import { StoreBroken, StoreRefused } from '../faults.ts';
import { openWithPragmas } from './pragmas.ts';
import { patiently } from './turns.ts';

/** "Crn1", written into the header: tells Cairn's files from other programs'. */
const applicationId = 0x43726e31;
const magic = 'SQLite format 3\0';

const restoreHint =
  'Nothing was changed. Restore the last backup to this place, or move the file away to start with an empty database.';

export async function openFile(path: string, patience: number): Promise<Database> {
  if (path === ':memory:') return openWithPragmas(path);
  try {
    mkdirSync(dirname(path), { recursive: true });
    if (!existsSync(path)) create(path);
    assertLooksLikeSqlite(path);
    return await patiently(() => openChecked(path), isSqliteBusy, performance.now() + patience);
  } catch (error) {
    throw refusal(path, error);
  }
}

/** Made whole beside its place and then put there, so that a half-made one never stands in it. */
function create(path: string): void {
  if (existsSync(`${path}-wal`)) {
    throw new StoreRefused(65, `${path} is gone, yet its ${path}-wal is there with data in it. ${restoreHint}`);
  }
  const draft = `${path}.new-${process.pid}`;
  rmSync(draft, { force: true });
  closeSync(openSync(draft, 'wx', 0o600));
  const file = openWithPragmas(draft);
  file.pragma(`application_id = ${applicationId}`);
  file.close();
  try {
    putInPlace(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  if (process.platform !== 'win32') syncFolder(dirname(path));
}

/** Without it a power cut could take the name of the new file away, and with it all that was saved since. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

/** Where another process was faster, its file stays. */
function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return;
    // A file system without links.
    if (code !== 'EPERM' && code !== 'ENOTSUP') throw error;
    renameSync(draft, path);
  }
}

function assertLooksLikeSqlite(path: string): void {
  if (statSync(path).isDirectory()) throw new StoreRefused(65, `${path} is a folder where a database is expected.`);
  const head = Buffer.alloc(magic.length);
  const handle = openSync(path, 'r');
  const length = readSync(handle, head);
  closeSync(handle);
  if (length === 0) throw new StoreRefused(65, `${path} is empty where a database is expected. ${restoreHint}`);
  if (head.toString('latin1') !== magic) throw new StoreRefused(65, `${path} is not a database. ${restoreHint}`);
}

function openChecked(path: string): Database {
  const file = openWithPragmas(path);
  try {
    if (file.pragma('application_id', { simple: true }) !== applicationId) {
      throw new StoreRefused(78, `${path} belongs to another program. Point DATABASE_URL at a file of Cairn's own.`);
    }
    // Whether rows keep our rules is not the question here, and takes eight times as long to answer.
    file.pragma('ignore_check_constraints = ON');
    const found = file.pragma('quick_check(1)', { simple: true });
    file.pragma('ignore_check_constraints = OFF');
    if (found !== 'ok') throw new StoreRefused(65, `${path} is damaged: ${found}. ${restoreHint}`);
    assertWritable(file);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** SQLite opens a file it may only read without a word, and even begins on it; it fails at the first write. */
function assertWritable(file: Database): void {
  try {
    file.exec('begin immediate');
    file.pragma(`user_version = ${file.pragma('user_version', { simple: true })}`);
    file.exec('rollback');
  } catch (error) {
    // Somebody else writes, and so may we; what comes next waits for its turn.
    if (!isSqliteBusy(error)) throw error;
  }
}

function refusal(path: string, error: unknown): unknown {
  const fault = storeFault(error);
  if (fault instanceof StoreBroken && fault.because === 'read-only') {
    return new StoreRefused(78, `${path} cannot be written to. ${rightsHint(path)}`, { cause: error });
  }
  if (fault instanceof StoreBroken) {
    return new StoreRefused(65, `${path} cannot be opened: ${messageOf(error)}. ${restoreHint}`, { cause: error });
  }
  if (error instanceof Error && 'syscall' in error) {
    return new StoreRefused(65, `${path} cannot be opened: ${error.message}.`, { cause: error });
  }
  return fault;
}

function rightsHint(path: string): string {
  const user = process.geteuid ? ` (uid ${process.geteuid()})` : '';
  return `Give the user that runs Cairn${user} the right to write this file and its folder ${dirname(path)}.`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
