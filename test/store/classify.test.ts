/** Faults as the engines really report them, and those that cannot be had here by the code they come with. */
import { openSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { storeFault } from '../../src/store/classify.ts';
import { StoreBroken, StoreBusy } from '../../src/store/faults.ts';
import { aPath } from './a-file.ts';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('It was expected to fail.');
}

const kindOf = (error: unknown) => {
  const fault = storeFault(error);
  if (fault instanceof StoreBroken) return fault.because;
  return fault instanceof StoreBusy ? 'busy' : 'ours';
};

const coded = (code: string) => Object.assign(new Error(`with ${code}`), { code });

test('a file held by somebody else is busy', () => {
  const path = aPath();
  const holder = new Database(path);
  holder.exec('create table stones (name text); begin immediate');
  const other = new Database(path, { timeout: 0 });
  expect(kindOf(thrownBy(() => other.exec('begin immediate')))).toBe('busy');
});

test('a file that may only be read is read-only', () => {
  const path = aPath();
  new Database(path).exec('create table stones (name text)').close();
  const file = new Database(path, { readonly: true });
  expect(kindOf(thrownBy(() => file.exec('drop table stones')))).toBe('read-only');
});

test('a file without a page more to give is full', () => {
  const file = new Database(aPath());
  file.pragma('max_page_count = 1');
  expect(kindOf(thrownBy(() => file.exec('create table stones (name text)')))).toBe('full');
});

test('a file that is no database is corrupt', () => {
  const path = aPath();
  writeSync(openSync(path, 'w'), 'no database'.repeat(100));
  expect(kindOf(thrownBy(() => new Database(path).exec('select * from stones')))).toBe('corrupt');
});

test.each([
  ['SQLITE_BUSY_RECOVERY', 'busy'],
  ['SQLITE_IOERR_FSYNC', 'input-output'],
  ['SQLITE_CORRUPT_VTAB', 'corrupt'],
  ['SQLITE_READONLY_DBMOVED', 'read-only'],
  ['40001', 'busy'],
  ['40P01', 'busy'],
  ['55P03', 'busy'],
  ['57014', 'busy'],
  ['53300', 'busy'],
  ['53100', 'full'],
  ['25006', 'read-only'],
  ['XX001', 'corrupt'],
  ['58030', 'input-output'],
  ['57P01', 'unreachable'],
  ['08006', 'unreachable'],
  ['28P01', 'unreachable'],
  ['3D000', 'unreachable'],
  ['ECONNRESET', 'unreachable'],
  ['ENOTFOUND', 'unreachable'],
  ['23505', 'other'],
  ['42601', 'other'],
  ['42P01', 'other'],
  ['53200', 'other'],
  ['XX000', 'other'],
  ['SQLITE_CONSTRAINT_CHECK', 'other'],
  ['SQLITE_ERROR', 'other'],
  ['SQLITE_NOMEM', 'other'],
  ['SQLITE_LOCKED', 'other'],
  ['EPERM', 'ours'],
  ['E2BIG', 'ours'],
  ['ERR_INVALID_ARG_TYPE', 'ours'],
])('the code %s means %s', (code, kind) => {
  expect(kindOf(coded(code))).toBe(kind);
});

test("a table that is gone, a trigger that objects and a file already closed are the database's fault", () => {
  const file = new Database(aPath());
  expect(kindOf(thrownBy(() => file.exec('select * from stones')))).toBe('other');
  file.exec(`create table stones (name text);
    create trigger no_stones before insert on stones begin select raise(abort, 'no room for stones'); end`);
  const objection = thrownBy(() => file.exec(`insert into stones values ('Tuff')`));
  expect(storeFault(objection)).toMatchObject({ because: 'other', message: expect.stringContaining('no room') });
  file.close();
  expect(kindOf(thrownBy(() => file.exec('select 1')))).toBe('other');
});

test('a pool with no connection to give is busy, a connection cut off is unreachable', () => {
  expect(kindOf(new Error('timeout exceeded when trying to connect'))).toBe('busy');
  expect(kindOf(new Error('Connection terminated unexpectedly'))).toBe('unreachable');
});

test('a fault keeps its cause, and is told once', () => {
  const cause = coded('53100');
  const fault = storeFault(cause);
  expect(fault).toMatchObject({ because: 'full', cause });
  expect(storeFault(fault)).toBe(fault);
});
