/** The columns that tables are made of, in the words of each engine. */
import type { Engine } from '../database.ts';

export function columnsOf(engine: Engine) {
  const { digits, ...own } = words[engine];
  const { text } = own;
  return {
    ...own,
    /** An id of Discord's. */
    id: (column: string) => `${column} ${text} not null check (length(${column}) between 1 and 20)`,
    /** Read joined by commas, see learner.ts. */
    slug: (column: string) => `${column} ${text} not null check (${column} <> '' and ${column} not like '%,%')`,
    instant: (column: string) => `${column} ${text} not null check (length(${column}) = 24)`,
    maybeInstant: (column: string) => `${column} ${text} check (length(${column}) = 24)`,
    changedBy: `changed_by ${text} not null check (${digits('changed_by')})`,
    oneOf: (column: string, values: string) => `${column} ${text} not null check (${column} in (${values}))`,
  };
}

interface Words {
  readonly text: string;
  readonly identity: string;
  readonly kept: string;
  /** For tables that are only ever read by their key: the rows live in its index. */
  readonly keptByKey: string;
  readonly digits: (column: string) => string;
}

const words: Record<Engine, Words> = {
  sqlite: {
    text: 'text',
    identity: 'integer primary key autoincrement',
    kept: 'strict',
    keptByKey: 'strict, without rowid',
    digits: column => `${column} <> '' and ${column} not glob '*[^0-9]*'`,
  },
  postgres: {
    // Sorts by code point as SQLite does, whatever the server's language.
    text: 'text collate "C"',
    identity: 'bigint generated always as identity primary key',
    kept: '',
    keptByKey: '',
    digits: column => `${column} ~ '^[0-9]+$'`,
  },
};
