import { describe, expect, test } from 'vitest';
import { bind, markGone, reserve } from '../../src/store/bindings.ts';
import { inTransaction } from '../../src/store/database.ts';
import { claimDue, settle } from '../../src/store/deliveries.ts';
import { latestJobs } from '../../src/store/jobs.ts';
import { raise } from '../../src/store/notices.ts';
import { aCurriculum, aPath, at } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

describe.each(embedded)('what organisers have yet to hear on $name', engine => {
  test('is told until it has been told', async () => {
    const { flows, db } = await boundFlows(engine, aCurriculum({}));
    await inTransaction(db, tx => raise(tx, '1100', { kind: 'role-limit' }, at('2026-05-01')));
    expect(await flows.untoldNotices('1100')).toEqual([{ kind: 'role-limit' }]);
    expect(await flows.untoldNotices('1101')).toEqual([]);
    await flows.noticesTold('1100', [{ kind: 'role-limit' }]);
    expect(await flows.untoldNotices('1100')).toEqual([]);
  });

  test('trying again wakes the sender only when something waits', async () => {
    const { flows, woken } = await boundFlows(engine, aCurriculum({}));
    await flows.retryBlocked('1100');
    await flows.recreate({ guildId: '1100', userId: '1200' }, 'role:c');
    expect(woken()).toBe(0);
  });

  test('a deleted role is made again once, however often that is asked for, and everybody gets it anew', async () => {
    const certificate = { id: 'c', title: 'Foundation', pathId: 'trail', itemIds: ['a'] };
    const curriculum = aCurriculum({ paths: [aPath('trail', [['a']])], certificates: [certificate] });
    const { flows, db, ada, woken } = await boundFlows(engine, curriculum);
    await flows.completeItem(ada(), 'a');
    const now = at('2026-05-02');
    const lease = Temporal.Duration.from({ seconds: 10 });
    for (const claim of await claimDue(db, { owner: 'o', now, limit: 5, lease })) {
      await settle(db, claim, { state: 'delivered' }, now);
    }
    await reserve(db, '1100', 'role:c', now);
    await bind(db, '1100', 'role:c', now, '1700');
    expect(await flows.recreate({ guildId: '1100', userId: '1200' }, 'role:c')).toBe(false);

    await markGone(db, '1100', '1700');
    const before = woken();
    expect(await flows.recreate({ guildId: '1100', userId: '1200' }, 'role:c')).toBe(true);
    expect(await flows.recreate({ guildId: '1100', userId: '1200' }, 'role:c')).toBe(false);
    expect(woken()).toBe(before + 1);
    const [pass, ...others] = await latestJobs(db, '1100', 5);
    expect([pass?.kind, pass?.state, pass?.total, others]).toEqual(['role-pass', 'running', 1, []]);
  });
});
