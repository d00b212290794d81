/** Queries that are built and compiled once per database; each run only binds its values. */
import {
  type Compilable,
  type CompiledQuery,
  type DialectAdapter,
  type QueryResult,
  type RawBuilder,
  sql,
} from 'kysely';
import { storeFault } from './classify.ts';
import { assertNotBeside, type Db } from './database.ts';

type Value = string | number | null;

/** Where a query's values will stand. */
export type Given<P> = { readonly [K in keyof P]: RawBuilder<P[K]> };

export interface PreparedQuery<P, R> {
  rows(db: Db, values: P): Promise<R[]>;
  first(db: Db, values: P): Promise<R | undefined>;
  /** How many rows it changed. */
  changes(db: Db, values: P): Promise<number>;
}

class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const slots = new Proxy({}, { get: (_, name) => sql.val(new Slot(String(name))) });

export function prepare<P extends Readonly<Record<string, Value>>, R>(
  build: (db: Db, given: Given<P>) => Compilable<R>,
): PreparedQuery<P, R> {
  const templates = new WeakMap<DialectAdapter, CompiledQuery<R>>();

  const run = async (db: Db, values: P): Promise<QueryResult<R>> => {
    assertNotBeside(db);
    const executor = db.getExecutor();
    let template = templates.get(executor.adapter);
    if (!template) {
      template = build(db, slots as Given<P>).compile() as CompiledQuery<R>;
      templates.set(executor.adapter, template);
    }
    const parameters = template.parameters.map(at => (at instanceof Slot ? values[at.name] : at));
    try {
      return await executor.executeQuery<R>({ ...template, parameters });
    } catch (error) {
      throw storeFault(error);
    }
  };

  return {
    rows: async (db, values) => (await run(db, values)).rows,
    first: async (db, values) => (await run(db, values)).rows[0],
    changes: async (db, values) => Number((await run(db, values)).numAffectedRows ?? 0),
  };
}
