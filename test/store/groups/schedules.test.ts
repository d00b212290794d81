/** When each group is to be looked at next, or no more since its channel is gone. */
import { expect, test } from 'vitest';
import type { Db } from '../../../src/store/database.ts';
import { enableAgain, noteFound, noteMissing } from '../../../src/store/groups/missing-channels.ts';
import {
  beginSchedule,
  dueServers,
  endSchedule,
  findSchedule,
  nextLook,
  postpone,
  replan,
  replanAll,
  replanOutdated,
  savePlanned,
} from '../../../src/store/groups/schedules.ts';
import { at } from '../../support/builders.ts';
import { onEachEngine } from '../../support/databases.ts';

const guildId = '10';
const noon = at('2027-03-01T12:00:00Z');
const hours = (count: number) => noon.add({ hours: count });

onEachEngine('schedules on $name', ({ emptyStore }) => {
  const begun = async (...groupKeys: readonly string[]) => {
    const { db } = await emptyStore();
    for (const groupKey of groupKeys) await beginSchedule(db, guildId, groupKey, noon);
    return db;
  };
  const stateOf = async (db: Db, groupKey: string) => {
    const schedule = await findSchedule(db, guildId, groupKey);
    return schedule && [schedule.plannedUntil, schedule.isChanged];
  };
  const planned = async (db: Db, groupKey: string, next: Temporal.Instant) =>
    await savePlanned(db, guildId, groupKey, noon, next);

  test('a group is looked at as soon as it begins, and begins once', async () => {
    const db = await begun('grads');
    expect(await beginSchedule(db, guildId, 'grads', hours(1))).toBe(false);
    expect(await dueServers(db, noon)).toEqual([guildId]);
    expect(await findSchedule(db, guildId, 'grads')).toEqual({
      groupKey: 'grads',
      begunAt: noon,
      plannedUntil: noon,
      isChanged: false,
    });
  });

  test('afterwards when its next ping is due', async () => {
    const db = await begun('grads', 'seniors');
    await planned(db, 'grads', hours(2));
    await planned(db, 'seniors', hours(3));
    expect(await dueServers(db, hours(1))).toEqual([]);
    expect(await nextLook(db, hours(1))).toEqual(hours(2));
    expect(await dueServers(db, hours(3))).toEqual([guildId]);
    expect(await nextLook(db, hours(3))).toBeUndefined();
  });

  test('and when the clock was set back', async () => {
    const db = await begun('grads');
    await planned(db, 'grads', hours(2));
    expect(await dueServers(db, noon.subtract({ seconds: 30 }))).toEqual([]);
    expect(await dueServers(db, noon.subtract({ minutes: 2 }))).toEqual([guildId]);
  });

  test('a change has it looked at at once; until then nothing else was due', async () => {
    const db = await begun('grads', 'seniors');
    await planned(db, 'grads', hours(5));
    await savePlanned(db, guildId, 'seniors', noon.add({ seconds: 1 }), hours(1));
    await replan(db, guildId, 'seniors', hours(2));
    expect(await stateOf(db, 'seniors')).toEqual([noon.add({ seconds: 1 }), true]);
    await savePlanned(db, guildId, 'seniors', hours(2), hours(9));
    await replan(db, guildId, 'seniors', hours(3));
    expect(await stateOf(db, 'seniors')).toEqual([hours(3), true]);
    expect(await dueServers(db, hours(3))).toEqual([guildId]);
  });

  test('a change begins what had not begun, and concerns all groups where it says so', async () => {
    const db = await begun('seniors');
    await planned(db, 'seniors', hours(5));
    await replan(db, guildId, 'grads', noon);
    expect(await stateOf(db, 'grads')).toEqual([noon, false]);
    await planned(db, 'grads', hours(5));
    await replanAll(db, guildId, hours(1));
    for (const groupKey of ['grads', 'seniors'])
      expect((await findSchedule(db, guildId, groupKey))?.isChanged).toBe(true);
    await endSchedule(db, guildId, 'grads');
    expect(await findSchedule(db, guildId, 'grads')).toBeUndefined();
  });

  test('what was computed from something else is computed anew, once', async () => {
    const db = await begun('grads');
    await replanOutdated(db, '2027a', noon);
    await planned(db, 'grads', hours(5));
    await replanOutdated(db, '2027a', hours(1));
    expect(await dueServers(db, hours(1))).toEqual([]);
    await replanOutdated(db, '2027b', hours(1));
    expect(await dueServers(db, hours(1))).toEqual([guildId]);
  });

  test('a group that cannot speak yet begins anew when it can', async () => {
    const db = await begun('grads');
    await postpone(db, guildId, 'grads', hours(1), hours(24));
    expect(await stateOf(db, 'grads')).toEqual([hours(1), false]);
    await replan(db, guildId, 'grads', hours(2));
    expect(await stateOf(db, 'grads')).toEqual([hours(1), true]);
  });

  const aGroup = async () => {
    const { db } = await emptyStore();
    await beginSchedule(db, '10', 'grads', noon);
    const missing = (minutes: number) => noteMissing(db, '10', 'grads', noon.add({ minutes }));
    const disabledAt = async () => (await findSchedule(db, '10', 'grads'))?.disabledAt;
    return { db, missing, disabledAt };
  };

  test('a channel that is missing switches the group off at the second time, an hour after the first or later', async () => {
    const { missing, disabledAt } = await aGroup();
    expect([await missing(0), await missing(59)]).toEqual(['first', 'first']);
    expect(await disabledAt()).toBeUndefined();
    expect(await missing(60)).toBe('again');
    expect(await missing(90)).toBe('again');
    expect(await disabledAt()).toEqual(hours(1));
  });

  test('one that was found in between counts anew', async () => {
    const { db, missing, disabledAt } = await aGroup();
    await missing(0);
    await noteFound(db, '10', 'grads');
    expect(await missing(61)).toBe('first');
    expect(await disabledAt()).toBeUndefined();
  });

  test('one that was found does not switch on what was switched off; a repair does', async () => {
    const { db, missing, disabledAt } = await aGroup();
    await missing(0);
    await missing(60);
    await noteFound(db, '10', 'grads');
    expect(await disabledAt()).toEqual(hours(1));
    await enableAgain(db, '10', 'grads');
    expect(await disabledAt()).toBeUndefined();
    expect(await missing(120)).toBe('first');
  });
});
