import { describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/store/database.ts';
import { raise } from '../../src/store/notices.ts';
import { aCurriculum, at } from '../support/builders.ts';
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
    await flows.recreate('1100', 'role:c');
    expect(woken()).toBe(0);
  });
});
