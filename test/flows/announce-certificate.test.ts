import { describe, expect, test } from 'vitest';
import { aCurriculum, aPath } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const curriculum = aCurriculum({
  paths: [aPath('trail', [['a']])],
  certificates: [{ id: 'c', title: 'Foundation', pathId: 'trail', itemIds: ['a'] }],
});

describe.each(embedded)('announcing a certificate on $name', engine => {
  test('is asked for once, however often it is pressed', async () => {
    const { flows, ada, woken } = await boundFlows(engine, curriculum);
    await flows.completeItem(ada(), 'a');
    expect(await flows.announceCertificate(ada(), 'c')).toMatchObject({ kind: 'not-issued' });
    await flows.issueCertificate(ada(), 'c', { name: 'Ada', announce: false });
    const outcomes = await Promise.all([1, 2, 3].map(() => flows.announceCertificate(ada(), 'c')));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['already-asked', 'already-asked', 'announcing']);
    expect(woken()).toBe(2);
    expect(await flows.showCertificates(ada())).toMatchObject([{ role: 'pending', announcement: 'pending' }]);
  });

  test('takes having earned it, and a certificate that exists', async () => {
    const { flows, ada, ben } = await boundFlows(engine, curriculum);
    await flows.completeItem(ada(), 'a');
    expect(await flows.announceCertificate(ben(), 'c')).toEqual({ kind: 'not-earned' });
    expect(await flows.announceCertificate(ada(), 'nonsense')).toEqual({ kind: 'not-earned' });
  });
});
