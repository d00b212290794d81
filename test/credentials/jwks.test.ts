/** The public side of keys. */
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet } from 'jose';
import { expect, test } from 'vitest';
import { certificateIdIn, thumbprintIn } from '../../src/credentials/addresses.ts';
import { didDocument, didOf } from '../../src/credentials/did-jwk.ts';
import { publicJwk, publicJwks } from '../../src/credentials/jwks.ts';
import { aKey, anIssued, facts, publicUrl, retired } from './a-certificate.ts';

test('the set holds every key under the name that certificates give it, and nothing private', async () => {
  const [{ key, jwt }, older] = [await anIssued(), await aKey()];
  const set = publicJwks([key, retired(older, '2026-01-01')], publicUrl);
  expect(set.keys.map(({ kid }) => thumbprintIn(kid))).toEqual([key.thumbprint, older.thumbprint]);
  expect(JSON.stringify(set)).not.toContain('"d"');
  await expect(compactVerify(jwt, createLocalJWKSet({ keys: [...set.keys] }))).resolves.toBeDefined();
});

test('a key is named by its RFC 7638 thumbprint', async () => {
  const key = await aKey();
  expect(publicJwk(key, undefined).kid).toBe(await calculateJwkThumbprint(publicJwk(key, undefined)));
});

test('what must stay secret cannot be taken out of a signing key', async () => {
  const { secret } = await aKey();
  await expect(crypto.subtle.exportKey('jwk', secret)).rejects.toThrow();
});

test('a did:jwk holds its key, and its document says so', async () => {
  const { jwk } = await aKey();
  const did = didOf(jwk);
  expect(JSON.parse(Buffer.from(did.split(':')[2] ?? '', 'base64url').toString())).toEqual(jwk);
  expect(didDocument(jwk)).toMatchObject({
    id: did,
    verificationMethod: [{ id: `${did}#0`, type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk }],
    assertionMethod: [`${did}#0`],
  });
});

test.each([
  [`${publicUrl}/c/${facts.id}`, facts.id],
  [`urn:uuid:${facts.id}`, facts.id],
  [`${publicUrl}/c/17`, undefined],
  [`https://evil.example/x${facts.id}`, undefined],
])('the certificate behind %s', (credentialId, id) => {
  expect(certificateIdIn(credentialId)).toBe(id);
});
