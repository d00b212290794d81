import { describe, expect, onTestFinished, test } from 'vitest';
import { effectKey } from '../../src/domain/effect.ts';
import { startSchedule } from '../../src/schedule/schedule.ts';
import { findDelivery } from '../../src/store/outbox.ts';
import { engines } from '../support/databases.ts';
import { aClock, ada, aLog, announce, answering, aScene, ben, delivered, grant, holding } from './a-schedule.ts';

const store = async () => {
  const [sqlite] = engines;
  if (!sqlite) throw new Error('There is no SQLite among the engines.');
  return await sqlite.emptyStore();
};
const storeUntilEnd = async () => {
  const opened = await store();
  onTestFinished(() => opened.close());
  return opened;
};

describe('several effects', () => {
  test('of one member are sent one after the other, of different members at once', async () => {
    const { send, held, holds } = holding();
    const { enqueue, schedule } = aScene(await storeUntilEnd(), send);
    await enqueue(grant(ada), announce(ada), grant(ben));
    await holds(2);
    expect(held.map(({ effect }) => effect)).toEqual([grant(ada), grant(ben)]);
    held[0]?.release();
    await holds(3);
    expect(held[2]?.effect).toEqual(announce(ada));
    for (const { release } of held) release();
    await schedule.stop();
  });

  test('are sent at most so many at once', async () => {
    const { send, held, holds } = holding();
    const { enqueue, schedule, log } = aScene(await storeUntilEnd(), send, { concurrency: 2 });
    const members = Array.from({ length: 4 }, (_, index) => ({ guildId: '10', userId: String(100 + index) }));
    await enqueue(...members.map(member => grant(member)));
    await holds(2);
    expect(held).toHaveLength(2);
    held[0]?.release();
    await log.says({ userId: '100', state: 'delivered' });
    await holds(3);
    expect(held).toHaveLength(3);
    held[1]?.release();
    held[2]?.release();
    await holds(4);
    held[3]?.release();
    await schedule.stop();
  });

  test('a clock that jumps past the lease starts no second sending beside the first', async () => {
    const opened = await storeUntilEnd();
    const { send, held, holds } = holding();
    const { enqueue, clock, schedule, log } = aScene(opened, send);
    await enqueue(grant());
    await holds(1);
    clock.advance({ hours: 2 });
    // Another effect that goes through shows that the round after the jump is over.
    await enqueue(grant(ben));
    await holds(2);
    expect(held.map(({ effect }) => effect)).toEqual([grant(ada), grant(ben)]);
    for (const { release } of held) release();
    await log.says({ userId: ada.userId, state: 'delivered' });
    await schedule.stop();
    expect(await findDelivery(opened.db, effectKey(grant()))).toEqual({ state: 'delivered' });
  });
});

test('whoever moves the clock need not wait for a job', async () => {
  const { send, held, holds } = holding();
  const { enqueue, schedule } = aScene(await storeUntilEnd(), send);
  await enqueue({ kind: 'work-job', guildId: '10', jobId: 1 });
  await holds(1);
  expect(await schedule.atRest(false)).toBeUndefined();
  let isAtRest = false;
  const atRest = schedule.atRest().then(() => {
    isAtRest = true;
  });
  await schedule.atRest(false);
  expect(isAtRest).toBe(false);
  held[0]?.release();
  await atRest;
  await schedule.stop();
});

describe('stopping', () => {
  test('waits for what is being sent, and begins nothing new', async () => {
    const opened = await store();
    const { send, held, holds } = holding();
    const { enqueue, schedule, clock } = aScene(opened, send);
    await enqueue(grant(ada), announce(ada));
    await holds(1);
    const stopped = schedule.stop();
    held[0]?.release();
    await stopped;
    expect(held).toHaveLength(1);
    expect(await findDelivery(opened.db, effectKey(grant()))).toEqual({ state: 'delivered' });
    // What waited for its turn is handed back: the next process need not wait for the lease.
    expect(await findDelivery(opened.db, effectKey(announce()))).toEqual({ state: 'pending', dueAt: clock.now() });
    await opened.close();
  });

  test('a database that cannot be read stops nothing for good', async () => {
    const opened = await store();
    await opened.close();
    const log = aLog();
    const { send } = answering(delivered);
    const schedule = startSchedule({ db: opened.db, send, now: aClock().now, log: log.log });
    expect(await log.says({ level: 'warn' })).toMatchObject({
      msg: expect.stringContaining('outbox could not be read'),
    });
    await schedule.stop();
  });
});
