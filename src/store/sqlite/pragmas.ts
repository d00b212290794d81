/** How a SQLite file is opened: nothing acknowledged may be lost, and nothing may stop the event loop. */
import Database from 'better-sqlite3';

const settings = [
  // Waiting for another process's lock is ours to do, off the event loop.
  'busy_timeout = 0',
  'foreign_keys = ON',
  // A file from elsewhere must not run functions through its views and triggers.
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'journal_size_limit = 67108864',
  'wal_autocheckpoint = 1000',
  // KiB: a community of 5,000 with 250,000 ticks is 40 MB.
  'cache_size = -32768',
  'temp_store = MEMORY',
];

export function openWithPragmas(path: string): Database.Database {
  const file = new Database(path, { fileMustExist: path !== ':memory:', timeout: 0 });
  try {
    for (const setting of settings) file.pragma(setting);
    // In WAL better-sqlite3 lowers synchronous without a word; an acknowledged tick must survive a power cut.
    setAndAssert(file, 'journal_mode', 'WAL', path === ':memory:' ? 'memory' : 'wal');
    setAndAssert(file, 'synchronous', 'FULL', 2);
  } catch (error) {
    file.close();
    throw error;
  }
  return file;
}

function setAndAssert(file: Database.Database, pragma: string, wanted: string, expected: string | number): void {
  file.pragma(`${pragma} = ${wanted}`);
  const actual = file.pragma(pragma, { simple: true });
  if (actual !== expected) {
    throw new Error(
      `SQLite answers ${pragma} = ${actual} where Cairn needs ${wanted}. Is the file on a network drive?`,
    );
  }
}
