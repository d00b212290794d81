import { expect, test } from 'vitest';
import { saveEvidence } from '../../src/store/evidence.ts';
import { countOpenReviews, forgetReview, markLookedAt, noteForReview, openReviews } from '../../src/store/reviews.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const ben = { guildId: '1100', userId: '1201' };
const elsewhere = { guildId: '1101', userId: '1200' };
const monday = at('2026-03-02');
const tuesday = at('2026-03-03');
const link = { kind: 'link', url: 'https://example.org/ada' } as const;

onEachEngine('ticks to look at on $name', ({ emptyStore }) => {
  test('come newest first, page by page, each with what was shown, and those of one server only', async () => {
    const { db } = await emptyStore();
    await noteForReview(db, ada, 'law-1', monday, 3);
    await saveEvidence(db, ben, 'lab-1', link, tuesday, '1300');
    await noteForReview(db, ben, 'lab-1', tuesday);
    await noteForReview(db, elsewhere, 'law-1', tuesday, 1);
    const [newest, older] = [
      { userId: '1201', itemId: 'lab-1', at: tuesday, shown: link },
      { userId: '1200', itemId: 'law-1', at: monday, minutes: 3 },
    ];
    expect(await openReviews(db, '1100', { limit: 5 })).toEqual([newest, older]);
    expect(await openReviews(db, '1100', { limit: 1, offset: 1 })).toEqual([older]);
    expect(await countOpenReviews(db, '1100')).toBe(2);
    expect(await openReviews(db, '1100', { limit: 5, onlyShown: true })).toEqual([newest]);
    expect(await countOpenReviews(db, '1100', true)).toBe(1);
  });

  test('what somebody has looked at is left out, and a second look changes nothing', async () => {
    const { db } = await emptyStore();
    await noteForReview(db, ada, 'law-1', monday, 3);
    expect(await markLookedAt(db, ada, 'law-1', '1900', tuesday)).toBe(true);
    expect(await markLookedAt(db, ada, 'law-1', '1901', tuesday)).toBe(false);
    expect([await openReviews(db, '1100', { limit: 5 }), await countOpenReviews(db, '1100')]).toEqual([[], 0]);
  });

  test('work shown anew is there anew, and how soon it was ticked stays known', async () => {
    const { db } = await emptyStore();
    await noteForReview(db, ada, 'lab-1', monday, 3);
    await markLookedAt(db, ada, 'lab-1', '1900', monday);
    await noteForReview(db, ada, 'lab-1', tuesday);
    expect(await openReviews(db, '1100', { limit: 5 })).toEqual([
      { userId: '1200', itemId: 'lab-1', at: tuesday, minutes: 3 },
    ]);
  });

  test('goes with the tick that is taken back', async () => {
    const { db } = await emptyStore();
    await noteForReview(db, ada, 'law-1', monday, 3);
    await forgetReview(db, ada, 'law-1');
    expect(await countOpenReviews(db, '1100')).toBe(0);
  });
});
