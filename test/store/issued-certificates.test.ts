import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { saveCertificates } from '../../src/store/certificates.ts';
import type { Db } from '../../src/store/database.ts';
import {
  countIssued,
  findIssued,
  findIssuedByBeginning,
  findIssuedById,
  issuedTo,
  type NewlyIssued,
  renameIssued,
  saveIssued,
} from '../../src/store/issued-certificates.ts';
import { loadLearner } from '../../src/store/learner.ts';
import { findNameDraft, forgetNameDraft, saveNameDraft } from '../../src/store/name-drafts.ts';
import { revoke, revokedIndexes } from '../../src/store/revocations.ts';
import { at } from '../support/builders.ts';
import { onEachEngine } from '../support/databases.ts';

const ada = { guildId: '1100', userId: '1200' };
const ben = { guildId: '1100', userId: '1201' };
const monday = at('2026-03-02');
const tuesday = at('2026-03-03');

const certificate = (more: Partial<NewlyIssued> = {}): NewlyIssued => ({
  id: randomUUID(),
  member: ada,
  certificateId: 'leader',
  title: 'Leader',
  pathTitle: 'Leader Path',
  name: 'Ада Λ 愛, "Ada"',
  items: [{ itemId: 'law-1', title: 'Law 1', level: 'linked', link: 'https://code.example.org/law-1' }],
  salt: 'c2FsdA',
  statusIndex: 7,
  ...more,
});

const earns = (db: Db, member = ada, certificateId = 'leader') =>
  saveCertificates(db, member, [{ certificateId, at: monday, curriculumVersion: '1+a', items: 1 }]);

onEachEngine('issued certificates on $name', ({ emptyStore }) => {
  const issuedOnce = async (more: Partial<NewlyIssued> = {}) => {
    const { db } = await emptyStore();
    await earns(db);
    const facts = certificate(more);
    await saveIssued(db, facts, '10', tuesday);
    return { db, facts };
  };

  test('come back as they were issued, by member, by id and by how the id begins', async () => {
    const { db, facts } = await issuedOnce();
    const whole = { ...facts, earnedAt: monday, curriculumVersion: '1+a', issuedAt: tuesday, changedAt: tuesday };
    expect(await findIssued(db, ada, 'leader')).toEqual(whole);
    expect(await findIssuedById(db, facts.id)).toEqual(whole);
    expect(await findIssuedByBeginning(db, facts.id.slice(0, 11))).toEqual(whole);
    expect(await issuedTo(db, ada)).toEqual([whole]);
  });

  test('are found by nothing else', async () => {
    const { db, facts } = await issuedOnce({ id: '99ef4177-4d00-4000-8000-000000000000' });
    expect(await findIssuedById(db, randomUUID())).toBeUndefined();
    expect(await findIssuedById(db, facts.id.slice(0, -1))).toBeUndefined();
    expect(await findIssuedByBeginning(db, '99ef4177-4e')).toBeUndefined();
    expect(await findIssuedByBeginning(db, '99ef4177-4c')).toBeUndefined();
    expect(await findIssued(db, ben, 'leader')).toBeUndefined();
    expect(await issuedTo(db, { guildId: '1101', userId: ada.userId })).toEqual([]);
  });

  test('are issued once: a second try changes nothing', async () => {
    const { db, facts } = await issuedOnce();
    expect(await saveIssued(db, certificate({ statusIndex: 8, name: 'Eve' }), '11', tuesday)).toBe(false);
    expect(await findIssued(db, ada, 'leader')).toMatchObject({ id: facts.id, name: facts.name });
    expect(await countIssued(db)).toBe(1);
  });

  test('never share a place in the status lists', async () => {
    const { db } = await issuedOnce();
    await earns(db, ben);
    expect(await saveIssued(db, certificate({ member: ben, statusIndex: 7 }), '11', tuesday)).toBe(false);
    expect(await saveIssued(db, certificate({ member: ben, statusIndex: 8 }), '11', tuesday)).toBe(true);
  });

  test('have their name corrected by a later action only, and keep id and date', async () => {
    const { db, facts } = await issuedOnce();
    expect(await renameIssued(db, facts, 'Ada Byron', '9', tuesday)).toBe(false);
    expect(await renameIssued(db, facts, 'Ada Byron', '11', tuesday.add({ hours: 1 }))).toBe(true);
    expect(await renameIssued(db, facts, 'Ada Late', '10', tuesday)).toBe(false);
    const { id, name, earnedAt, issuedAt, changedAt } = (await findIssued(db, ada, 'leader')) ?? {};
    expect([id, name, earnedAt, issuedAt, changedAt].map(String)).toEqual(
      [facts.id, 'Ada Byron', monday, tuesday, tuesday.add({ hours: 1 })].map(String),
    );
  });

  describe('revoked', () => {
    test('stay on record with when and why, and the learner keeps them as revoked', async () => {
      const { db, facts } = await issuedOnce();
      await earns(db, ada, 'architect');
      expect(await revoke(db, ada, 'leader', 'work-not-own', tuesday.add({ hours: 24 }))).toBe(true);
      const wednesday = tuesday.add({ hours: 24 });
      const { revoked, changedAt, issuedAt } = (await findIssuedById(db, facts.id)) ?? {};
      expect([revoked?.why, revoked?.at, changedAt, issuedAt].map(String)).toEqual(
        ['work-not-own', wednesday, wednesday, tuesday].map(String),
      );
      const { certificates } = await loadLearner(db, ada);
      expect([...certificates.values()].map(({ certificateId, revoked }) => [certificateId, revoked])).toEqual([
        ['architect', undefined],
        ['leader', true],
      ]);
    });

    test('are so once, with the first reason, and only if they were earned', async () => {
      const { db } = await issuedOnce();
      await revoke(db, ada, 'leader', 'other', tuesday);
      expect(await revoke(db, ada, 'leader', 'work-not-own', tuesday)).toBe(false);
      expect(await revoke(db, ben, 'leader', 'other', tuesday)).toBe(false);
      expect(await findIssued(db, ada, 'leader')).toMatchObject({ revoked: { why: 'other' } });
    });

    test('are listed by their places, each in its list', async () => {
      const { db } = await issuedOnce({ statusIndex: 131_072 });
      await earns(db, ben);
      await saveIssued(db, certificate({ member: ben, statusIndex: 131_071 }), '12', tuesday);
      await revoke(db, ada, 'leader', 'other', tuesday);
      expect(await revokedIndexes(db, 0, 131_072)).toEqual([]);
      expect(await revokedIndexes(db, 131_072, 262_144)).toEqual([131_072]);
    });
  });
});

onEachEngine('names that wait for a decision on $name', ({ emptyStore }) => {
  test('are kept as typed, the latest for each certificate, and can be forgotten', async () => {
    const { db } = await emptyStore();
    await saveNameDraft(db, ada, 'leader', { name: '𒀀', announce: false }, monday);
    await saveNameDraft(db, ada, 'leader', { name: '𒀀𒁹', announce: true }, tuesday);
    await saveNameDraft(db, ben, 'leader', { name: 'Ben', announce: false }, monday);
    expect(await findNameDraft(db, ada, 'leader')).toEqual({ name: '𒀀𒁹', announce: true });
    await forgetNameDraft(db, ada, 'leader');
    expect(await findNameDraft(db, ada, 'leader')).toBeUndefined();
    expect(await findNameDraft(db, ben, 'leader')).toEqual({ name: 'Ben', announce: false });
  });
});
