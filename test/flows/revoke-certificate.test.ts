import { describe, expect, test } from 'vitest';
import { verifyCredential } from '../../src/credentials/verify.ts';
import { certificateNumber } from '../../src/domain/certificate-number.ts';
import { auditRecords } from '../../src/store/audit.ts';
import { aCurriculum, aPath, at } from '../support/builders.ts';
import { embedded } from '../support/databases.ts';
import { boundFlows } from '../support/flows.ts';
import { printShop } from '../support/print-shop.ts';

const publicUrl = 'https://cairn.example.org';
const curriculum = aCurriculum({
  paths: [aPath('trail', [['a']])],
  certificates: [{ id: 'c', title: 'Foundation', pathId: 'trail', itemIds: ['a'] }],
});

describe.each(embedded)('an issued certificate on $name', engine => {
  const issued = async (more = { publicUrl }) => {
    const bound = await boundFlows(engine, curriculum, undefined, more);
    const { flows, ada } = bound;
    await flows.completeItem(ada(), 'a');
    const outcome = await flows.issueCertificate(ada(), 'c', { name: 'Ada', announce: false });
    if (outcome.kind !== 'issued') throw new Error(`It was not issued: ${outcome.kind}`);
    const { id } = outcome.own.published.issued;
    return { ...bound, id, number: certificateNumber(id), jwt: (await flows.certificateCredential(id)) ?? '' };
  };
  const status = async ({ flows, jwt }: Awaited<ReturnType<typeof issued>>) => {
    const statusList = await flows.statusList(0);
    const { published } = await printShop.keys();
    const outcome = await verifyCredential(jwt, {
      keys: published,
      now: at('2026-06-01'),
      ...(statusList && { statusList }),
    });
    return outcome.kind === 'valid' ? outcome.status : outcome.kind;
  };

  test('is found by its id alone, with all that its page shows', async () => {
    const { flows, id, number } = await issued();
    expect(await flows.findPublished(id)).toMatchObject({
      communityName: 'C',
      publicUrl,
      page: `${publicUrl}/c/${id}`,
    });
    for (const other of [number, id.slice(0, -1), id.toUpperCase(), '', '%'])
      expect(await flows.findPublished(other)).toBeUndefined();
    expect(await flows.certificatePicture('nonsense')).toBeUndefined();
    expect(await flows.certificateCredential('nonsense')).toBeUndefined();
  });

  test('is revoked once, on record, and its bit in the status list is set', async () => {
    const one = await issued();
    const { flows, db, number, id, ben } = one;
    expect(await status(one)).toBe('in-force');
    const organiser = ben();
    expect(await flows.findToRevoke(organiser, number)).toMatchObject({ kind: 'to-confirm' });
    expect(await status(one)).toBe('in-force');
    const presses = [
      flows.revokeCertificate(organiser, id, 'other'),
      flows.revokeCertificate(ben(), id, 'work-not-own'),
    ];
    expect((await Promise.all(presses)).map(({ kind }) => kind).toSorted()).toEqual(['already-revoked', 'revoked']);
    expect(await status(one)).toBe('revoked');
    expect(await auditRecords(db, '1100', 10)).toMatchObject([
      { userId: '1201', action: 'certificate-revoked', subject: `Foundation, No. ${number}` },
    ]);
    expect(await flows.findPublished(id)).toMatchObject({ issued: { name: 'Ada', revoked: {} } });
  });

  test('once revoked can be neither renamed, announced, shown as one’s own nor earned again', async () => {
    const { flows, id, ada, ben } = await issued();
    await flows.revokeCertificate(ben(), id, 'other');
    expect(await flows.issueCertificate(ada(), 'c', { name: 'Eve', announce: true })).toMatchObject({
      kind: 'revoked',
    });
    expect(await flows.announceCertificate(ada(), 'c')).toMatchObject({ kind: 'revoked' });
    expect(await flows.openCertificate(ada(), 'c')).toMatchObject({ kind: 'revoked' });
    await flows.undoItem(ada(), 'a');
    expect(await flows.completeItem(ada(), 'a')).toMatchObject({ certificates: [] });
    expect(await flows.findPublished(id)).toMatchObject({ issued: { name: 'Ada' } });
  });

  test('is revoked by organisers of its own server alone', async () => {
    const { flows, id, ben } = await issued();
    const stranger = { ...ben(), guildId: '1101' };
    expect(await flows.findToRevoke(stranger, id)).toEqual({ kind: 'unknown', asked: id });
    expect(await flows.revokeCertificate(stranger, id, 'other')).toEqual({ kind: 'unknown', asked: id });
    expect(await flows.findPublished(id)).not.toHaveProperty('issued.revoked');
  });
});

describe.each(embedded)('what is published for verifiers on $name', engine => {
  const documents = async (more = {}) => {
    const { flows } = await boundFlows(engine, curriculum, undefined, more);
    return {
      issuer: await flows.issuerDocument(),
      achievement: await flows.achievementById('c'),
      statuses: [
        await flows.statusList(0),
        await flows.statusList(1),
        await flows.statusList(-1),
        await flows.statusList(0.5),
      ],
      keys: (await flows.keySet()) as { keys: { kid: string }[] },
      flows,
    };
  };

  test('is found under the public address', async () => {
    const { issuer, achievement, statuses, keys, flows } = await documents({ publicUrl });
    expect(issuer).toMatchObject({ id: `${publicUrl}/issuer.json`, name: 'C' });
    expect(achievement).toMatchObject({ id: `${publicUrl}/achievements/c.json`, name: 'Foundation' });
    expect(statuses.map(list => list !== undefined)).toEqual([true, false, false, false]);
    const [{ kid } = { kid: '' }] = keys.keys;
    const thumbprint = kid.replace(`${publicUrl}/keys/`, '').replace('.json', '');
    expect(await flows.publicKey(thumbprint)).toMatchObject({ kid, kty: 'EC' });
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect(await flows.publicKey('nonsense')).toBeUndefined();
    expect(await flows.achievementById('nonsense')).toBeUndefined();
  });

  test('is nothing but the keys without one', async () => {
    const { issuer, achievement, statuses, keys } = await documents();
    expect([issuer, achievement, statuses[0]]).toEqual([undefined, undefined, undefined]);
    expect(keys.keys).toHaveLength(1);
  });
});
