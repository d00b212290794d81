import { expect, test } from 'vitest';
import type { JobProgress } from '../../src/domain/job.ts';
import { type Db, inTransaction } from '../../src/store/database.ts';
import { findJob, pauseJob, resumeJob, saveProgress, startJob } from '../../src/store/jobs.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const noon = at('2026-03-02T12:00:00Z');
const later = at('2026-03-02T12:00:05Z');
const guildId = '1100';
const slice: JobProgress = { state: 'running', cursor: 'm', done: 10, total: 25, written: 3 };

async function aJob(db: Db): Promise<number> {
  const id = await inTransaction(db, tx =>
    startJob(tx, { guildId, kind: 'role-pass', key: 'nightly/1', payload: {}, total: 25 }, noon),
  );
  if (id === undefined) throw new Error('There is one of that key already.');
  return id;
}

onEachEngine('a job on $name', ({ emptyStore }) => {
  test('that is paused in the middle of a slice keeps what the slice did, and goes on from there', async () => {
    const { db } = await emptyStore();
    const id = await aJob(db);
    await pauseJob(db, guildId, id, noon);
    expect(await saveProgress(db, { guildId, id }, slice, later)).toBe(false);
    expect(await findJob(db, guildId, id)).toMatchObject({ ...slice, state: 'paused' });
    await inTransaction(db, tx => resumeJob(tx, guildId, id, later));
    expect(await findJob(db, guildId, id)).toMatchObject(slice);
  });

  test('that is over stays as it ended, whatever a late slice says', async () => {
    const { db } = await emptyStore();
    const id = await aJob(db);
    const end = { ...slice, state: 'done', done: 25 } as const;
    expect(await saveProgress(db, { guildId, id }, end, later)).toBe(true);
    expect(await saveProgress(db, { guildId, id }, slice, later)).toBe(false);
    expect(await findJob(db, guildId, id)).toMatchObject(end);
  });
});
