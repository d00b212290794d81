/** Which passes are started when: once each, by the time and by what the roles follow from. */
import { expect, test } from 'vitest';
import { startRolePasses } from '../../src/flows/start-role-passes.ts';
import { adopt, forgetGone, markGone } from '../../src/store/bindings.ts';
import type { Db } from '../../src/store/database.ts';
import { enrol } from '../../src/store/enrolments.ts';
import { latestJobs, saveProgress } from '../../src/store/jobs.ts';
import { noteRoleChange } from '../../src/store/role-changes.ts';
import { aCommunity, aCommunityRole } from '../support/a-community.ts';
import { aCurriculum, aPath, at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const curriculum = aCurriculum({ paths: [aPath('p', [['a']]), aPath('q', [['a']])] });
const following = (...paths: readonly string[]) => aCommunity({ roles: [aCommunityRole('rookie', { paths })] });
const ada = { guildId: '1100', userId: '1200' };
const noon = at('2026-11-22T12:00:00Z');

async function enrolled(db: Db): Promise<void> {
  await enrol(db, ada, { pathId: 'p', since: noon }, '1');
  await noteRoleChange(db, ada, noon);
}

/** Looks at the calendar, and ends what it started. @returns the names of the passes. */
async function due(db: Db, now: Temporal.Instant, community = following('p')): Promise<readonly string[]> {
  let woken = 0;
  const wake = () => {
    woken++;
  };
  await startRolePasses({ db, curriculum, community, now: () => now, wake });
  const started = (await latestJobs(db, '1100', 9)).filter(({ state }) => state === 'running');
  expect(woken).toBe(started.length > 0 ? 1 : 0);
  for (const job of started) await saveProgress(db, job, { state: 'done', done: 1, total: 1, written: 0 }, now);
  return started.map(({ key }) => key).toSorted();
}

onEachEngine('passes on $name', ({ emptyStore }) => {
  test('over nobody are not made', async () => {
    const { db } = await emptyStore();
    expect(await due(db, noon)).toEqual([]);
  });

  test('are made once each quarter of an hour while somebody has changed something, and once each night', async () => {
    const { db } = await emptyStore();
    await enrolled(db);
    expect(await due(db, noon)).toEqual(['nightly/2026-11-22', 'recent/2026-11-22T12:00']);
    expect(await due(db, noon.add({ minutes: 14 }))).toEqual([]);
    expect(await due(db, noon.add({ minutes: 15 }))).toEqual(['recent/2026-11-22T12:15']);
    expect(await due(db, noon.add({ hours: 30 }))).toEqual(['nightly/2026-11-23']);
    expect((await latestJobs(db, '1100', 9)).map(({ key }) => key)).toEqual([
      'nightly/2026-11-23',
      'recent/2026-11-22T12:15',
    ]);
  });

  test('two that look at once start each once', async () => {
    const { db } = await emptyStore();
    await enrolled(db);
    const look = { db, curriculum, community: following('p'), now: () => noon, wake: () => {} };
    await Promise.all([startRolePasses(look), startRolePasses(look)]);
    expect(await latestJobs(db, '1100', 9)).toHaveLength(2);
  });

  test('one that takes long is not joined by the next of its kind', async () => {
    const { db } = await emptyStore();
    await enrolled(db);
    const look = (now: Temporal.Instant) =>
      startRolePasses({ db, curriculum, community: following('p'), now: () => now, wake: () => {} });
    await look(noon);
    await look(noon.add({ minutes: 20 }));
    expect(await latestJobs(db, '1100', 9)).toHaveLength(2);
  });

  test('go over everybody when the file’s roles follow from something else, once', async () => {
    const { db } = await emptyStore();
    await adopt(db, '1100', 'role:rookie', '51', {}, noon);
    await enrolled(db);
    expect(await due(db, noon)).toContain('mapping/2026-11-22T12:00:00.000Z');
    expect(await due(db, noon.add({ minutes: 1 }))).toEqual([]);
    const changed = following('p', 'q');
    expect(await due(db, noon.add({ minutes: 2 }), changed)).toEqual(['mapping/2026-11-22T12:02:00.000Z']);
    expect(await due(db, noon.add({ minutes: 3 }), changed)).toEqual([]);
  });

  test('and when a role was made in the place of one that was lost', async () => {
    const { db } = await emptyStore();
    await adopt(db, '1100', 'role:rookie', '51', {}, noon);
    await enrolled(db);
    await due(db, noon);
    await markGone(db, '1100', '51');
    expect(await due(db, noon.add({ minutes: 1 }))).toEqual([]);
    await forgetGone(db, '1100', 'role:rookie');
    await adopt(db, '1100', 'role:rookie', '52', {}, noon);
    expect(await due(db, noon.add({ minutes: 2 }))).toEqual(['mapping/2026-11-22T12:02:00.000Z']);
  });
});
