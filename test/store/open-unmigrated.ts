/** A SQLite file opened as the store opens it, yet without tables. */
import { type Db, registerBackend } from '../../src/store/database.ts';
import { SqliteConnection } from '../../src/store/sqlite/connection.ts';
import { sqliteDatabase } from '../../src/store/sqlite/dialect.ts';
import { openFile } from '../../src/store/sqlite/file.ts';

export async function openUnmigrated(path: string): Promise<Db> {
  const { db, backend } = sqliteDatabase(new SqliteConnection(await openFile(path, 1_000), 1_000));
  registerBackend(db, backend);
  return db;
}
