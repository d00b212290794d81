/** Migrates a SQLite file and is killed before the given statement of the first migration, or after its last. */
import type { Engine } from '../../../src/store/database.ts';
import { migrate } from '../../../src/store/migrate.ts';
import { migrations } from '../../../src/store/migrations/index.ts';
import { openUnmigrated } from '../open-unmigrated.ts';

const [path = '', killBefore] = process.argv.slice(2);
const db = await openUnmigrated(path);
const deadly = migrations.map(migration => ({
  ...migration,
  *up(engine: Engine) {
    const statements = [...migration.up(engine)];
    for (const [place, statement] of statements.entries()) {
      if (place === Number(killBefore)) process.kill(process.pid, 'SIGKILL');
      yield statement;
    }
    if (statements.length === Number(killBefore)) process.kill(process.pid, 'SIGKILL');
  },
}));
await migrate(db, deadly);
