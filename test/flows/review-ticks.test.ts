import { expect, test } from 'vitest';
import { auditRecords } from '../../src/store/audit.ts';
import { aCurriculum, anItem } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const labs = Array.from({ length: 12 }, (_, index) => `lab-${String(index).padStart(2, '0')}`);
const curriculum = aCurriculum({ items: labs.map(id => anItem(id, { kind: 'lab', asksForWork: true })) });
const link = 'https://example.org/work';
const keep = async () => ({ kind: 'failed' as const });

onEachEngine('looking at a sample on $name', engine => {
  test('shows the newest in pages, and draws others from all of them', async () => {
    const { flows, ada, ben } = await boundFlows(engine, curriculum);
    for (const id of labs) await flows.showWork(ada(), id, { link }, keep);
    const first = await flows.sampleReviews(ben());
    expect(first).toMatchObject({ open: 12, pages: 3, mode: { kind: 'newest', page: 0, onlyShown: false } });
    expect(first.entries.map(({ itemId }) => itemId)).toEqual(labs.slice(8).toReversed());
    const last = await flows.sampleReviews(ben(), 'n9');
    expect(last.mode).toEqual({ kind: 'newest', page: 2, onlyShown: false });
    expect(last.entries.map(({ item }) => item?.title)).toEqual(
      labs
        .slice(0, 4)
        .toReversed()
        .map(id => `Title of ${id}`),
    );
    const drawn = await flows.sampleReviews(ben(), 'd4711');
    expect(drawn.entries).toHaveLength(4);
    expect((await flows.sampleReviews(ben(), 'd4711')).entries).toEqual(drawn.entries);
  });

  test('what was looked at is gone for all organisers, and on record once', async () => {
    const { flows, db, ada, ben } = await boundFlows(engine, curriculum);
    await flows.showWork(ada(), 'lab-00', { link }, keep);
    const [whose, item] = [ada().userId, 'lab-00'];
    const looks = await Promise.all([flows.lookedAt(ben(), whose, item), flows.lookedAt(ben(), whose, item)]);
    expect(looks.toSorted()).toEqual([false, true]);
    expect((await flows.sampleReviews(ben())).open).toBe(0);
    expect(await auditRecords(db, ada().guildId, 5)).toMatchObject([
      { action: 'looked-at', userId: ben().userId, subject: 'Title of lab-00', after: { 'member id': whose } },
    ]);
  });
});
