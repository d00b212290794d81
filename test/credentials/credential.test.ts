/** What a certificate says, against what Open Badges 3.0 requires. */
import { describe, expect, test } from 'vitest';
import { achievementDocument } from '../../src/credentials/achievement.ts';
import { credentialOf } from '../../src/credentials/credential.ts';
import { issueCredential } from '../../src/credentials/issue.ts';
import { issuerProfile } from '../../src/credentials/issuer.ts';
import { aKey, anIssued, anOfflineOne, facts, partOf, publicUrl } from './a-certificate.ts';
import { breachesOfHeader, breachesOfPayload } from './open-badges-3.ts';

const key = await aKey();

describe.each([
  ['at a public address', publicUrl],
  ['without one', undefined],
])('a certificate issued %s', (_, where) => {
  test('keeps every rule of Open Badges 3.0', async () => {
    const jwt = await issueCredential(facts, key, { publicUrl: where });
    expect(breachesOfPayload(partOf(jwt, 1))).toEqual([]);
    expect(breachesOfHeader(partOf(jwt, 0))).toEqual([]);
  });

  test.each(['id', 'type', 'issuer', 'validFrom', 'credentialSubject', 'iss', 'jti', 'nbf', 'sub'])(
    'would break them without its %s',
    async name => {
      const { [name]: _left, ...rest } = partOf(await issueCredential(facts, key, { publicUrl: where }), 1);
      expect(breachesOfPayload(rest)).not.toEqual([]);
    },
  );

  test('never shows the Discord id, nor a private key', async () => {
    const jwt = await issueCredential(facts, key, { publicUrl: where });
    expect(JSON.stringify([partOf(jwt, 0), partOf(jwt, 1)])).not.toContain(facts.member.discordId);
    expect(Object.keys(partOf(jwt, 0).jwk).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  test('has the same id and date when it is issued again for a corrected name', async () => {
    const again = { ...facts, member: { ...facts.member, name: 'Ada Lovelace' } };
    const [first, second] = [credentialOf(facts, key, where), credentialOf(again, key, where)];
    expect(second.credentialSubject.identifier).not.toEqual(first.credentialSubject.identifier);
    const unnamed = { ...second.credentialSubject, identifier: first.credentialSubject.identifier };
    expect({ ...second, credentialSubject: unnamed }).toEqual(first);
  });
});

test('at a public address everything is found there', async () => {
  const { key, jwt } = await anIssued();
  const status = `${publicUrl}/status/1.jwt`;
  expect(partOf(jwt, 0)).toMatchObject({ kid: `${publicUrl}/keys/${key.thumbprint}.json` });
  expect(partOf(jwt, 1)).toMatchObject({
    id: `${publicUrl}/c/${facts.id}`,
    issuer: { id: `${publicUrl}/issuer.json`, name: 'Quorum' },
    validFrom: '2026-05-01T09:00:00Z',
    awardedDate: '2026-05-01T09:00:00Z',
    credentialSubject: { achievement: { id: `${publicUrl}/achievements/foundation.json` } },
    credentialStatus: { id: `${status}#3`, statusListIndex: '3', statusListCredential: status },
  });
});

test('without one the issuer is its key, and nothing points to a page', async () => {
  const { jwt } = await anOfflineOne();
  const { kid, jwk } = partOf(jwt, 0);
  const payload = partOf(jwt, 1);
  expect(kid).toBeUndefined();
  expect(payload.id).toBe(`urn:uuid:${facts.id}`);
  expect(JSON.parse(Buffer.from(payload.iss.replace('did:jwk:', ''), 'base64url').toString())).toEqual(jwk);
  expect(payload.credentialStatus).toBeUndefined();
  expect(payload.credentialSubject.achievement.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8/);
});

test('it says what was learned, and what stands behind it', () => {
  const { credentialSubject, evidence } = credentialOf(facts, key, publicUrl);
  expect(credentialSubject.narrative).toBe('2 items, 1 with work shown');
  expect(credentialSubject.achievement).toMatchObject({
    name: 'Distributed Systems Foundation',
    description: 'Completed all 2 items of "Beginner" in Quorum.',
    criteria: {
      narrative: [
        'Complete all 2 items of "Beginner":',
        '',
        '- [Law 1 \\[of 7\\]](<https://book.example.org/law-1/>)',
        '- A counter',
        '',
        'Besides, a completed role or level path.',
      ].join('\n'),
    },
  });
  expect(evidence.map(({ id, name, genre }) => ({ id, name, genre }))).toEqual([
    { id: undefined, name: 'Work shown: 1 item', genre: 'linked' },
    { id: 'https://code.example.org/ada/counter', name: 'A counter', genre: 'linked' },
    { id: undefined, name: 'Marked by the learner: 1 item', genre: 'self-marked' },
  ]);
});

test('the achievement and the issuer inside it are the documents at their addresses', () => {
  const { issuer, credentialSubject, '@context': context } = credentialOf(facts, key, publicUrl);
  expect(achievementDocument(facts.achievement, facts.community, publicUrl)).toEqual({
    '@context': context,
    ...credentialSubject.achievement,
  });
  expect(issuerProfile(facts.community, publicUrl)).toEqual({ '@context': context, ...issuer });
});

test.each(['17', '../issuer', '0B9C7F6E-7D0C-4C54-9A5B-3F1D2E4C5A6B'])('an id like "%s" is refused', id => {
  expect(() => credentialOf({ ...facts, id }, key, publicUrl)).toThrow('UUID');
});
