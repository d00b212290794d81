/** Holds the write lock of a SQLite file until it is told to let go. */
import { once } from 'node:events';
import Database from 'better-sqlite3';

const file = new Database(process.argv[2]);
file.exec('begin immediate');
process.stdout.write('held\n');
await once(process.stdin, 'data');
file.exec('rollback');
file.close();
process.exit(0);
