/** All that a store holds, table by table, to see that something left it as it was. */
import { sql } from 'kysely';
import type { Db } from '../../src/store/database.ts';

export async function dumpOf(db: Db): Promise<Readonly<Record<string, readonly string[]>>> {
  const tables = (await db.introspection.getTables()).map(({ name }) => name).toSorted();
  const dump: Record<string, readonly string[]> = {};
  for (const name of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    dump[name] = rows.map(row => JSON.stringify(row)).toSorted();
  }
  return dump;
}
