/** Tells from an engine's error code which kind of fault it is. */
import { type BrokenBecause, StoreBroken, StoreBusy, StoreRefused } from './faults.ts';

const advice: Record<Exclude<BrokenBecause, 'other'>, string> = {
  full: 'The disk of the database is full. Make room; Cairn goes on by itself.',
  'read-only':
    'The database cannot be written to. Give the user that runs Cairn the right to write the file and its folder.',
  corrupt: 'The database is damaged. Stop Cairn and restore the last backup.',
  unreachable: 'The database server cannot be reached. Check that it runs and that DATABASE_URL is right.',
  'input-output':
    'The disk of the database reports errors. Stop Cairn, check the disk, restore the last backup if needed.',
  replaced:
    'The database file was moved, deleted or replaced while Cairn runs. Put it back in its place, or start Cairn again.',
};

const brokenBySqliteCode: readonly (readonly [string, BrokenBecause])[] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_IOERR', 'input-output'],
  ['SQLITE_CANTOPEN', 'input-output'],
];

/** By SQLSTATE or its two-character class. */
const brokenBySqlState: Readonly<Record<string, BrokenBecause>> = {
  '53100': 'full',
  '25006': 'read-only',
  XX001: 'corrupt',
  XX002: 'corrupt',
  '58': 'input-output',
  '08': 'unreachable',
  '28': 'unreachable',
  '3D': 'unreachable',
  '57P01': 'unreachable',
  '57P02': 'unreachable',
  '57P03': 'unreachable',
};

/** Serialization failure and deadlock: the whole transaction may simply be tried again. */
const repeatable = new Set(['40001', '40P01']);
/** Lock timeout, statement timeout, idle in transaction, too many connections. */
const busySqlStates = new Set(['55P03', '57014', '25P03', '53300', ...repeatable]);

const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

/** pg gives these without a code. */
const poolTimeout = /timeout exceeded when trying to connect/i;
const connectionLost = /connection terminated|connection ended|client has encountered a connection error/i;

/** better-sqlite3, pg and Kysely give these without a code, once the store has been closed. */
const closed = /database connection is not open|use a pool after calling end|driver has already been destroyed/i;
/** Any SQLSTATE. Codes of the operating system, such as EPIPE, begin with E; no SQLSTATE does. */
const sqlState = /^(?!E)[0-9A-Z]{5}$/;

export function isSqliteBusy(error: unknown): boolean {
  return codeOf(error).startsWith('SQLITE_BUSY');
}

export function isRepeatable(error: unknown): boolean {
  return repeatable.has(codeOf(error instanceof StoreBusy ? error.cause : error));
}

/** Whatever an engine throws, in our words; any other error, a mistake of ours, as it is. */
export function storeFault(error: unknown): unknown {
  if (error instanceof StoreBusy || error instanceof StoreBroken || error instanceof StoreRefused) return error;
  if (isBusy(error)) {
    return new StoreBusy('The database is busy. Nothing was saved; try again in a moment.', { cause: error });
  }
  const because = becauseOf(error);
  return because ? broken(because, error) : error;
}

export function broken(because: BrokenBecause, cause?: unknown): StoreBroken {
  const message =
    because === 'other' ? `The database refused what Cairn asked of it: ${messageOf(cause)}` : advice[because];
  return new StoreBroken(because, message, { cause });
}

function isBusy(error: unknown): boolean {
  return isSqliteBusy(error) || busySqlStates.has(codeOf(error)) || poolTimeout.test(messageOf(error));
}

function becauseOf(error: unknown): BrokenBecause | undefined {
  const code = codeOf(error);
  if (code.startsWith('SQLITE_')) {
    return brokenBySqliteCode.find(([start]) => code.startsWith(start))?.[1] ?? 'other';
  }
  if (lostConnection.has(code) || connectionLost.test(messageOf(error))) return 'unreachable';
  if (sqlState.test(code)) return brokenBySqlState[code] ?? brokenBySqlState[code.slice(0, 2)] ?? 'other';
  return closed.test(messageOf(error)) ? 'other' : undefined;
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : '';
}
