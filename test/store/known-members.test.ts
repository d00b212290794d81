/** Everybody of whom something is on record, page by page; and the passes over them, found by name. */
import { expect, test } from 'vitest';
import { saveCertificates } from '../../src/store/certificates.ts';
import type { Db } from '../../src/store/database.ts';
import { inTransaction } from '../../src/store/database.ts';
import { enrol, enrolAsWished, leave } from '../../src/store/enrolments.ts';
import { latestJobs, saveProgress, startJob } from '../../src/store/jobs.ts';
import { countKnown, knownMembers, serversOnRecord } from '../../src/store/known-members.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { findDelivery } from '../../src/store/outbox.ts';
import { noteRoleChange } from '../../src/store/role-changes.ts';
import { noteRoles } from '../../src/store/role-notes.ts';
import { forgetPassesBefore, runningPasses, wasStarted } from '../../src/store/role-passes.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const now = at('2026-03-02');
const member = (userId: string, guildId = '1100') => ({ guildId, userId });
const page = (after: string, limit = 2, since?: Temporal.Instant) => ({ guildId: '1100', after, limit, since });
const pass = (tx: Db, key: string) =>
  startJob(tx, { guildId: '1100', kind: 'role-pass', key, payload: {}, total: 3 }, now);

onEachEngine('known members on $name', ({ emptyStore }) => {
  test('are on a path, have a certificate, or a role by Cairn’s doing; each comes once, in order', async () => {
    const { db } = await emptyStore();
    for (const path of ['a', 'b']) await enrol(db, member('30'), { pathId: path, since: now }, '1');
    const earned = { certificateId: 'c', at: now, curriculumVersion: '1', items: 1 };
    for (const userId of ['10', '30']) await saveCertificates(db, member(userId), [earned]);
    await noteRoles(db, member('20'), ['rookie'], now);
    await noteRoles(db, member('15', '1101'), ['rookie'], now);
    expect(await countKnown(db, '1100', undefined)).toBe(3);
    expect(await knownMembers(db, page(''))).toEqual(['10', '20']);
    expect(await knownMembers(db, page('20'))).toEqual(['30']);
    expect((await serversOnRecord(db)).toSorted()).toEqual(['1100', '1101']);
  });

  test('who changed something since are a part of them', async () => {
    const { db } = await emptyStore();
    for (const [index, userId] of ['10', '20', '30'].entries())
      await noteRoleChange(db, member(userId), now.add({ hours: index }));
    const since = now.add({ hours: 1 });
    expect(await countKnown(db, '1100', since)).toBe(2);
    expect(await knownMembers(db, page('', 5, since))).toEqual(['20', '30']);
  });

  test('a wish enrols; whatever the member does next comes after it, and an old click does not undo it', async () => {
    const { db } = await emptyStore();
    const ada = member('10');
    const enrolment = { pathId: 'a', since: now };
    expect(await enrolAsWished(db, ada, enrolment)).toBe(true);
    expect(await enrolAsWished(db, ada, enrolment)).toBe(false);
    expect(await leave(db, ada, 'a', now, '7')).toBe(true);
    expect(await enrolAsWished(db, ada, enrolment)).toBe(true);
    expect(await leave(db, ada, 'a', now, '7')).toBe(false);
    expect((await loadLearner(db, ada)).enrolments).toHaveLength(1);
    expect(await leave(db, ada, 'a', now, '8')).toBe(true);
  });
});

onEachEngine('passes on $name', ({ emptyStore }) => {
  test('are started once by name, and those that ended make room for the next of their kind', async () => {
    const { db } = await emptyStore();
    await inTransaction(db, async tx => {
      expect(await pass(tx, 'recent/1')).toBeDefined();
      expect(await pass(tx, 'recent/1')).toBeUndefined();
      await pass(tx, 'recent/2');
      await pass(tx, 'nightly/1');
    });
    expect(await wasStarted(db, '1100', 'recent/1')).toBe(true);
    expect(await wasStarted(db, '1101', 'recent/1')).toBe(false);
    const [nightly, , first] = await latestJobs(db, '1100', 3);
    for (const job of [first, nightly])
      if (job) await saveProgress(db, job, { state: 'done', done: 3, total: 3, written: 0 }, now);
    expect((await runningPasses(db, '1100')).map(({ name }) => name)).toEqual(['recent/2']);
    await inTransaction(db, tx => forgetPassesBefore(tx, '1100', 'recent/3'));
    expect((await latestJobs(db, '1100', 3)).map(({ key }) => key)).toEqual(['nightly/1', 'recent/2']);
    // Its effect is not settled here, and so it stays.
    expect(await findDelivery(db, `work-job/1100/${first?.id}`)).toMatchObject({ state: 'pending' });
  });
});
