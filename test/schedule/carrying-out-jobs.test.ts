/** A job that is paused and resumed while one of its slices is at work goes on. */
import { expect, test } from 'vitest';
import { inTransaction } from '../../src/store/database.ts';
import { findJob, pauseJob, resumeJob, startJob } from '../../src/store/jobs.ts';
import { findDelivery } from '../../src/store/outbox.ts';
import { onEachEngine } from '../support/databases.ts';
import { aScene, holding } from './a-schedule.ts';

const guildId = '10';
const job = { guildId, kind: 'set-up', key: 'k', payload: {}, total: 3 } as const;

onEachEngine('a job on $name', ({ emptyStore }) => {
  test('that is resumed before the slice that saw it paused is settled goes on', async () => {
    const store = await emptyStore();
    const { db } = store;
    const { send, held, holds } = holding();
    const { schedule, clock } = aScene(store, send);
    const id = (await inTransaction(db, tx => startJob(tx, job, clock.now()))) ?? 0;
    schedule.wake();
    await holds(1);
    await pauseJob(db, guildId, id, clock.now());
    expect(await inTransaction(db, tx => resumeJob(tx, guildId, id, clock.now()))).toBe(true);
    held[0]?.release({ kind: 'delivered' });
    await holds(2);
    expect((await findJob(db, guildId, id))?.state).toBe('running');
    held[1]?.release({ kind: 'refused', reason: 'the test is over' });
    await schedule.stop();
  });

  test('that stays paused waits until it is resumed', async () => {
    const store = await emptyStore();
    const { db } = store;
    const { send, held, holds } = holding();
    const { schedule, clock, log } = aScene(store, send);
    const id = (await inTransaction(db, tx => startJob(tx, job, clock.now()))) ?? 0;
    schedule.wake();
    await holds(1);
    await pauseJob(db, guildId, id, clock.now());
    held[0]?.release({ kind: 'delivered' });
    await log.says({ msg: 'An effect was carried out' });
    expect((await findDelivery(db, `work-job/${guildId}/${id}`))?.state).toBe('delivered');
    await inTransaction(db, tx => resumeJob(tx, guildId, id, clock.now()));
    schedule.wake();
    await holds(2);
    held[1]?.release({ kind: 'refused', reason: 'the test is over' });
    await schedule.stop();
  });
});
