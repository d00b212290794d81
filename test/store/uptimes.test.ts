/** When somebody looked at the calendar, and when nobody did. */
import { expect, test } from 'vitest';
import { inTransaction } from '../../src/store/database.ts';
import { forgetUptimes, noteUptime, outagesSince } from '../../src/store/uptimes.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const noon = at('2027-03-01T12:00:00Z');
const after = (minutes: number) => noon.add({ minutes });

onEachEngine('looks at the calendar on $name', ({ emptyStore }) => {
  const looked = async (...minutes: readonly number[]) => {
    const { db } = await emptyStore();
    for (const one of minutes) await inTransaction(db, tx => noteUptime(tx, after(one)));
    return db;
  };

  test('that follow each other leave no outage', async () => {
    expect(await outagesSince(await looked(0, 1, 2, 4), noon)).toEqual([]);
  });

  test('leave an outage where nobody looked', async () => {
    const db = await looked(0, 1, 31, 32, 152);
    expect(await outagesSince(db, noon)).toEqual([
      { from: after(1), until: after(31) },
      { from: after(32), until: after(152) },
    ]);
    expect(await outagesSince(db, after(40))).toEqual([{ from: after(32), until: after(152) }]);
    expect(await outagesSince(db, after(152))).toEqual([]);
  });

  test('by a clock that was ahead count as if it never had been', async () => {
    const db = await looked(0, 1, 61, 62, 2, 3);
    expect(await outagesSince(db, noon)).toEqual([]);
  });

  test('of two processes at once are one', async () => {
    const { db } = await emptyStore();
    const look = (minutes: number) => inTransaction(db, tx => noteUptime(tx, after(minutes)));
    await look(0);
    await Promise.all([look(60), look(60)]);
    expect(await outagesSince(db, noon)).toEqual([{ from: noon, until: after(60) }]);
  });

  test('are forgotten when they are long past, but for what comes after', async () => {
    const db = await looked(0, 60, 120);
    await forgetUptimes(db, after(90));
    expect(await outagesSince(db, noon)).toEqual([]);
    await inTransaction(db, tx => noteUptime(tx, after(180)));
    expect(await outagesSince(db, noon)).toEqual([{ from: after(120), until: after(180) }]);
  });
});
