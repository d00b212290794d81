import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { hasLeft, noteDeparture, noteReturn } from '../../src/store/departures.ts';
import { migrate } from '../../src/store/migrate.ts';
import { migrations } from '../../src/store/migrations/index.ts';
import { findSetting } from '../../src/store/settings.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';
import { openUnmigrated } from './open-unmigrated.ts';

const now = at('2026-03-02');
const ada = { guildId: '1100', userId: '20' };

onEachEngine('departures on $name', ({ emptyStore }) => {
  test('are of one server, noted twice as once, and forgotten when somebody is back', async () => {
    const { db } = await emptyStore();
    const elsewhere = { ...ada, guildId: '1101' };
    for (const day of [now, now.add({ hours: 24 })]) await noteDeparture(db, ada, day);
    expect([await hasLeft(db, ada), await hasLeft(db, elsewhere), await hasLeft(db, { ...ada, userId: '21' })]).toEqual(
      [true, false, false],
    );
    await noteDeparture(db, elsewhere, now);
    await noteReturn(db, ada);
    expect([await hasLeft(db, ada), await hasLeft(db, elsewhere)]).toEqual([false, true]);
  });
});

test('who was noted among the settings by version 3 has still left', async () => {
  const db = await openUnmigrated(':memory:');
  await migrate(db, migrations.slice(0, 3));
  const save = (name: string) =>
    sql`insert into settings values ('1100', ${name}, 'true', '2026-03-02T09:00:00.000Z')`.execute(db);
  await save('left/20');
  await save('time-zone');
  await migrate(db, migrations);
  expect([await hasLeft(db, ada), await hasLeft(db, { ...ada, userId: '21' })]).toEqual([true, false]);
  expect(await findSetting(db, '1100', 'left/20')).toBeUndefined();
  expect(await findSetting(db, '1100', 'time-zone')).toMatchObject({ value: true });
});
