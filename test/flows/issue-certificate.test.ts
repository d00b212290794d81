import { describe, expect, onTestFinished, test } from 'vitest';
import type { IssueOutcome } from '../../src/domain/issuing.ts';
import { certifiedItems } from '../../src/flows/certified-items.ts';
import { openPictures } from '../../src/pictures/pictures.ts';
import { saveEvidence } from '../../src/store/evidence.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { findDelivery } from '../../src/store/outbox.ts';
import { saveTick, undoTick } from '../../src/store/ticks.ts';
import { aCurriculum, anItem, aPath, at } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';

const certificate = { id: 'c', title: 'Foundation', pathId: 'trail', itemIds: ['a', 'b'] };
const curriculum = aCurriculum({
  paths: [aPath('trail', [['a', 'b']], { title: 'The Trail' })],
  certificates: [certificate],
});
const issuedIn = (outcome: IssueOutcome) => {
  if ('own' in outcome) return outcome.own.published.issued;
  throw new Error(`Nothing was issued: ${outcome.kind}`);
};

describe.each(embedded)('issuing a certificate on $name', engine => {
  const earned = async (
    ...more: Parameters<typeof boundFlows> extends [unknown, unknown, ...infer Rest] ? Rest : []
  ) => {
    const bound = await boundFlows(engine, curriculum, ...more);
    for (const item of ['a', 'b']) await bound.flows.completeItem(bound.ada(), item);
    return bound;
  };
  const ada = (name = 'Ada', announce = false) => ({ name, announce });

  test('takes having earned it, and a certificate that exists', async () => {
    const { flows, ada: asker, ben } = await earned();
    expect(await flows.issueCertificate(ben(), 'c', ada())).toEqual({ kind: 'not-earned' });
    expect(await flows.issueCertificate(asker(), 'nonsense', ada())).toEqual({ kind: 'not-earned' });
    for (const verb of [flows.openCertificate, flows.claimCertificate, flows.signedFile, flows.shareCertificate])
      expect(await verb(ben(), 'c')).toEqual({ kind: 'not-earned' });
    expect(await flows.issueAsTyped(ben(), 'c', true)).toEqual({ kind: 'not-earned' });
  });

  test('happens once, however often it is pressed', async () => {
    const { flows, ada: asker } = await earned();
    const outcomes = await Promise.all([1, 2, 3].map(() => flows.issueCertificate(asker(), 'c', ada())));
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['issued', 'unchanged', 'unchanged']);
    expect(new Set(outcomes.map(outcome => issuedIn(outcome).id)).size).toBe(1);
  });

  test('records what was learned and under which name, whatever is undone afterwards', async () => {
    const { flows, ada: asker } = await earned();
    await flows.issueCertificate(asker(), 'c', ada(' Ada\u202e  Lovelace '));
    await flows.undoItem(asker(), 'a');
    const opened = await flows.openCertificate(asker(), 'c');
    expect(opened.kind === 'open' && opened.own.published).toMatchObject({
      title: 'Foundation',
      pathTitle: 'The Trail',
      mix: '2 items, all marked by the learner',
      issued: { name: 'Ada Lovelace', items: [{ itemId: 'a' }, { itemId: 'b' }], curriculumVersion: '1+test' },
    });
  });

  test('under a corrected name keeps id, date and place in the list; an older press changes nothing', async () => {
    const { flows, ada: asker } = await earned();
    const early = asker();
    const first = issuedIn(await flows.issueCertificate(asker(), 'c', ada('Ada Byron')));
    const second = await flows.issueCertificate(asker(), 'c', ada('Ada Lovelace'));
    expect(second.kind).toBe('corrected');
    const { changedAt: _, ...same } = first;
    const { changedAt, ...corrected } = issuedIn(second);
    expect(JSON.stringify(corrected)).toBe(JSON.stringify({ ...same, name: 'Ada Lovelace' }));
    expect(Temporal.Instant.compare(changedAt, first.issuedAt)).toBeGreaterThanOrEqual(0);
    expect((await flows.issueCertificate(early, 'c', ada('Too late'))).kind).toBe('unchanged');
  });

  test('announces it only where that was wanted, once', async () => {
    const { flows, db, ada: asker, woken } = await earned();
    const announcement = () => findDelivery(db, 'announce-certificate/1100/1200/c');
    await flows.issueCertificate(asker(), 'c', ada());
    expect(await announcement()).toBeUndefined();
    expect(await flows.claimCertificate(asker(), 'c')).toMatchObject({ announce: false });
    const before = woken();
    await flows.issueCertificate(asker(), 'c', ada('Ada', true));
    expect(woken()).toBe(before + 1);
    expect(await announcement()).toMatchObject({ state: 'pending' });
    expect(await flows.claimCertificate(asker(), 'c')).not.toHaveProperty('announce');
  });

  test('waits for the member where something cannot be drawn, and keeps what was typed', async () => {
    const { flows, ada: asker } = await earned();
    const asked = await flows.issueCertificate(asker(), 'c', ada('Ada 𒀀', true));
    const told = { kind: 'undrawable', certificateId: 'c', name: 'Ada 𒀀', characters: ['𒀀'], isAll: false };
    expect(asked).toEqual({ ...told, isIssued: false });
    expect(await flows.openCertificate(asker(), 'c')).toMatchObject({ kind: 'not-issued' });
    expect(await flows.claimCertificate(asker(), 'c')).toMatchObject({ name: 'Ada 𒀀', announce: true });
    expect(issuedIn(await flows.issueAsTyped(asker(), 'c', true)).name).toBe('Ada 𒀀');
    expect((await flows.issueAsTyped(asker(), 'c', true)).kind).toBe('unchanged');
    expect(await flows.issueCertificate(asker(), 'c', ada('Ada 𒀀'))).toEqual({ ...told, isIssued: true });
  });

  test('while too many are being drawn keeps what was typed for the next try', async () => {
    const pictures = openPictures({ tasks: 0 });
    onTestFinished(() => pictures.close());
    const { flows, ada: asker } = await earned(undefined, { pictures });
    expect(await flows.issueCertificate(asker(), 'c', ada('Ada Lovelace'))).toEqual({
      kind: 'busy',
      certificateId: 'c',
    });
    expect(await flows.claimCertificate(asker(), 'c')).toMatchObject({ name: 'Ada Lovelace' });
  });
});

describe.each(embedded)('what a certificate says was learned on $name', engine => {
  const member = { guildId: '1100', userId: '1200' };
  const more = aCurriculum({ items: ['a', 'b', 'added'].map(id => anItem(id)), certificates: [certificate] });
  const wider = { ...certificate, itemIds: ['a', 'b', 'added'] };
  const now = at('2026-05-01');
  const said = async (version: string, url = 'https://code.example.org/a') => {
    const { db } = await boundFlows(engine, curriculum);
    await saveTick(db, member, { itemId: 'a', evidence: 'linked', at: now }, '1');
    await saveEvidence(db, member, 'a', { kind: 'link', url }, now, '1');
    await saveTick(db, member, { itemId: 'b', evidence: 'linked', at: now }, '2');
    const file = { channelId: '1', messageId: '2', attachmentId: '3', name: 'b.pdf' };
    await saveEvidence(db, member, 'b', { kind: 'file', file }, now, '2');
    await undoTick(db, member, 'b', now, '3');
    const earned = { certificateId: 'c', at: now, curriculumVersion: version, items: 2 };
    return certifiedItems(more, db, member, wider, earned, await loadLearner(db, member));
  };

  test('an item added to the curriculum later is left out; links are shown, files are not', async () => {
    expect(await said('an older edition')).toEqual([
      { itemId: 'a', title: 'Title of a', level: 'linked', link: 'https://code.example.org/a' },
      { itemId: 'b', title: 'Title of b', level: 'linked' },
    ]);
  });

  test('a link to a message on Discord is not shown: it tells ids, and strangers cannot open it', async () => {
    expect((await said('an older edition', 'https://discord.com/channels/1100/1500/1600'))[0]).toEqual({
      itemId: 'a',
      title: 'Title of a',
      level: 'linked',
    });
  });

  test('of the same edition every item is named, one whose record is gone as the member’s word', async () => {
    expect((await said('1+test')).map(({ itemId, level }) => [itemId, level])).toEqual([
      ['a', 'linked'],
      ['b', 'linked'],
      ['added', 'self-marked'],
    ]);
  });
});
