/** The one connection to a SQLite file: transactions take turns on it, and no statement strays into another's. */
import type { Database, Statement } from 'better-sqlite3';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { broken, isSqliteBusy, storeFault } from '../classify.ts';
import { StoreBusy } from '../faults.ts';
import { placeOf } from './place.ts';
import { patiently, Turns } from './turns.ts';

/** The store's statements are some forty; what is built on the fly must not grow without end. */
const statementsKept = 200;

export class SqliteConnection implements DatabaseConnection {
  readonly #file: Database;
  readonly #patience: number;
  readonly #place: string | undefined;
  readonly #turns = new Turns();
  readonly #statements = new Map<string, Statement>();
  /** What waits for the open transaction to end; undefined while none is open. */
  #open: PromiseWithResolvers<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor(file: Database, patience: number) {
    this.#file = file;
    this.#patience = patience;
    this.#place = this.#placeNow();
  }

  /** A statement outside transactions. Run while one is open it would become part of it, so it waits. */
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (!this.#open) {
      try {
        return this.#runAlone<R>(query);
      } catch (error) {
        if (!isSqliteBusy(error)) throw error;
      }
    }
    return await this.#runLater<R>(query, performance.now() + this.#patience);
  }

  /** Begins as soon as it may write. The event loop runs on meanwhile, and so do reads. */
  async begin(): Promise<void> {
    const deadline = performance.now() + this.#patience;
    await this.#turns.take(deadline);
    try {
      await patiently(() => this.#prepared('begin immediate').run(), isSqliteBusy, deadline);
    } catch (error) {
      this.#turns.pass();
      throw storeFault(error);
    }
    this.#open = Promise.withResolvers();
  }

  /** A statement of the open transaction. */
  readonly inside: DatabaseConnection = {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      // On a full disk SQLite itself rolls back; what follows would be saved on its own.
      if (!this.#file.inTransaction) throw new Error('The transaction has already been rolled back.');
      return this.#run<R>(query);
    },
    streamQuery,
  };

  commit(): void {
    try {
      this.#assertInPlace();
      this.#prepared('commit').run();
    } catch (error) {
      this.rollback();
      throw error;
    }
    this.#end();
  }

  rollback(): void {
    try {
      if (this.#file.inTransaction) this.#prepared('rollback').run();
    } finally {
      this.#end();
    }
  }

  /** Lets the transaction that is open end, if it does. */
  close(): Promise<void> {
    this.#closed ??= this.#turns
      .take(performance.now() + this.#patience)
      .catch(() => {})
      .then(() => {
        this.#file.close();
      });
    return this.#closed;
  }

  readonly streamQuery = streamQuery;

  async #runLater<R>(query: CompiledQuery, deadline: number): Promise<QueryResult<R>> {
    for (;;) {
      while (this.#open) await within(this.#open.promise, deadline);
      const attempt = () => (this.#open ? undefined : this.#runAlone<R>(query));
      const result = await patiently(attempt, isSqliteBusy, deadline);
      if (result) return result;
    }
  }

  #end(): void {
    const ended = this.#open;
    this.#open = undefined;
    ended?.resolve();
    this.#turns.pass();
  }

  #placeNow(): string | undefined {
    return this.#file.memory ? undefined : placeOf(this.#file.name);
  }

  /** What is saved to a file without a name is lost when the process ends. */
  #assertInPlace(): void {
    if (this.#placeNow() !== this.#place) throw broken('replaced');
  }

  /** Outside transactions a statement that writes is saved at once. */
  #runAlone<R>(query: CompiledQuery): QueryResult<R> {
    if (!this.#prepared(query.sql).readonly) this.#assertInPlace();
    return this.#run<R>(query);
  }

  #run<R>(query: CompiledQuery): QueryResult<R> {
    const statement = this.#prepared(query.sql);
    if (statement.reader) return { rows: statement.all(query.parameters) as R[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(query.parameters).changes) };
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined && this.#statements.size >= statementsKept) this.#statements.delete(oldest);
    const statement = this.#file.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

async function within(promise: Promise<void>, deadline: number): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new StoreBusy('A transaction held the database too long; try again in a moment.')),
    deadline - performance.now(),
  );
  try {
    await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

// biome-ignore lint/correctness/useYield: Kysely's contract asks for it, nothing here streams.
async function* streamQuery(): AsyncIterableIterator<never> {
  throw new Error('The store does not stream: its answers are small.');
}
