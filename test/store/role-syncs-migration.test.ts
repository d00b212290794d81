/** A database of the version before: its roles still to be given become members still to be set right. */
import { type Dialect, PGliteDialect, sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { type Db, registerBackend } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { untold } from '../../src/store/notices.ts';
import { listOutbox } from '../../src/store/outbox-list.ts';
import { postgresDatabase } from '../../src/store/postgres/dialect.ts';
import { startPglite } from '../support/pglite.ts';
import { patience } from '../support/postgres-server.ts';
import { openUnmigrated } from './open-unmigrated.ts';

function onPostgres(dialect: Dialect): Db {
  const { db, backend } = postgresDatabase(dialect, patience);
  registerBackend(db, backend);
  return db;
}

const engines = [
  { name: 'SQLite', empty: async () => openUnmigrated(':memory:') },
  { name: 'PostgreSQL', empty: async () => onPostgres(new PGliteDialect({ pglite: startPglite })) },
];

const asked = '2026-03-02T09:00:00.000Z';

async function grant(db: Db, userId: string, certificateId: string, state: string, dueAt = asked): Promise<void> {
  const member = { guildId: '1100', userId };
  const settled = state === 'pending' || state === 'blocked' ? null : asked;
  await sql`insert into outbox (key, guild_id, kind, payload, state, due_at, attempts, created_at, settled_at) values
    (${`grant-role/1100/${userId}/${certificateId}`}, '1100', 'grant-role',
     ${JSON.stringify({ kind: 'grant-role', member, certificateId })}, ${state}, ${dueAt}, 3, ${asked}, ${settled})`.execute(
    db,
  );
}

describe.each(engines)('a database of version 1 on $name', ({ empty }) => {
  test('goes on with what was still to be given, once for each member, and tries anew what had been given up', async () => {
    const db = await empty();
    await migrate(db, migrations.slice(0, 1));
    await grant(db, '20', 'leader', 'blocked', '2026-03-03T09:00:00.000Z');
    await grant(db, '20', 'architect', 'pending');
    await grant(db, '21', 'leader', 'failed');
    await grant(db, '22', 'leader', 'delivered');
    await grant(db, '23', 'leader', 'dropped');
    await migrate(db, migrations);
    const rows = await listOutbox(db, 10);
    expect(
      rows.map(({ effect, state, attempts, dueAt }) => ({ effect, state, attempts, dueAt: String(dueAt) })),
    ).toEqual(
      ['21', '20'].map(userId => ({
        effect: { kind: 'sync-roles', member: { guildId: '1100', userId }, because: '0002' },
        state: 'pending',
        attempts: 0,
        dueAt: '2026-03-02T09:00:00Z',
      })),
    );
  });

  test('keeps what organisers have yet to hear, in today’s words', async () => {
    const db = await empty();
    await migrate(db, migrations.slice(0, 1));
    const problems = {
      'role-deleted/leader': { kind: 'role-deleted', certificateId: 'leader' },
      'given-up/grant-role/leader/20/failed': {
        kind: 'given-up',
        effect: 'grant-role',
        certificateId: 'leader',
        userId: '20',
        why: 'failed',
      },
    };
    for (const [key, problem] of Object.entries(problems))
      await sql`insert into notices (guild_id, key, problem, raised_at) values
        ('1100', ${key}, ${JSON.stringify(problem)}, ${asked})`.execute(db);
    await migrate(db, migrations);
    expect(await untold(db, '1100')).toEqual([{ kind: 'role-deleted', roleKey: 'leader' }]);
  });
});
