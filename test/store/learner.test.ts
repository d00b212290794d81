import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EarnedCertificate, evidenceLevels, type Learner, newcomer } from '../../src/domain/learner.ts';
import { saveCertificates } from '../../src/store/certificates.ts';
import { inTransaction } from '../../src/store/database.ts';
import { declare } from '../../src/store/declarations.ts';
import { enrol } from '../../src/store/enrolments.ts';
import { joinGroupAs } from '../../src/store/groups/members.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { saveTick } from '../../src/store/ticks.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const monday = at('2026-03-02');
const foundation: EarnedCertificate = { certificateId: 'foundation', at: monday, curriculumVersion: '1+ab', items: 12 };

const slug = fc.stringMatching(/^[a-z][a-z0-9-]{0,30}$/);
const instant = fc
  .integer({ min: Date.UTC(0, 0), max: Date.UTC(9999, 11, 31) })
  .map(ms => Temporal.Instant.fromEpochMilliseconds(ms));
const some = <T>(value: fc.Arbitrary<T>, id: (value: T) => string) =>
  fc.uniqueArray(value, { selector: id, maxLength: 8 });

const learners: fc.Arbitrary<Learner> = fc.record({
  enrolments: some(fc.record({ pathId: slug, since: instant }), enrolment => enrolment.pathId).map(enrolments =>
    enrolments.toSorted((a, b) => Temporal.Instant.compare(a.since, b.since) || (a.pathId < b.pathId ? -1 : 1)),
  ),
  ticks: some(
    fc.record({ itemId: slug, evidence: fc.constantFrom(...evidenceLevels), at: instant }),
    tick => tick.itemId,
  ).map(ticks => new Map(ticks.map(tick => [tick.itemId, tick]))),
  certificates: some(
    fc.record({ certificateId: slug, at: instant, curriculumVersion: slug, items: fc.nat() }),
    earned => earned.certificateId,
  ).map(earned => new Map(earned.map(one => [one.certificateId, one]))),
  declared: some(slug, id => id).map(ids => new Set(ids)),
  groups: some(slug, key => key).map(keys => keys.toSorted()),
});

onEachEngine('a learner on $name', ({ emptyStore, numRuns }) => {
  test('a member of whom nothing is known is a newcomer', async () => {
    const { db } = await emptyStore();
    expect(await loadLearner(db, ada)).toEqual(newcomer);
  });

  test('whatever is saved is loaded again', async () => {
    await fc.assert(
      fc.asyncProperty(learners, async learner => {
        const { db } = await emptyStore();
        await inTransaction(db, async tx => {
          for (const enrolment of learner.enrolments) await enrol(tx, ada, enrolment, '1');
          for (const tick of learner.ticks.values()) await saveTick(tx, ada, tick, '1');
          await saveCertificates(tx, ada, [...learner.certificates.values()]);
          for (const id of learner.declared) await declare(tx, ada, id, monday);
          for (const groupKey of learner.groups) await joinGroupAs(tx, ada, { groupKey, at: monday, by: '1' });
        });
        expect(await loadLearner(db, ada)).toEqual(learner);
      }),
      { numRuns },
    );
  });

  test('a certificate stays as it was first earned', async () => {
    const { db } = await emptyStore();
    await saveCertificates(db, ada, [foundation]);
    await saveCertificates(db, ada, [{ ...foundation, at: at('2026-04-01'), curriculumVersion: '2', items: 20 }]);
    expect((await loadLearner(db, ada)).certificates).toEqual(new Map([['foundation', foundation]]));
  });

  test('a prerequisite is declared once', async () => {
    const { db } = await emptyStore();
    expect(await declare(db, ada, 'years-of-practice', monday)).toBe(true);
    expect(await declare(db, ada, 'years-of-practice', at('2026-04-01'))).toBe(false);
    expect((await loadLearner(db, ada)).declared).toEqual(new Set(['years-of-practice']));
  });

  test('an id with a comma, which would read as two, is refused', async () => {
    const { db } = await emptyStore();
    await expect(declare(db, ada, 'law-1,law-2', monday)).rejects.toThrow(/check/i);
  });

  test('an instant that would not sort as text is refused', async () => {
    const { db } = await emptyStore();
    await expect(declare(db, ada, 'law-1', at('+010000-01-01T00:00:00Z'))).rejects.toThrow(/cannot be stored/);
  });
});
