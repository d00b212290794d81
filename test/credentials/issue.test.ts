/** Certificates in the hands of others: two implementations that share no code with ours say that they are genuine. */
import { createPublicKey, verify } from 'node:crypto';
import { verifyJWS } from 'did-jwt';
import { verifyCredential } from 'did-jwt-vc';
import { describe, expect, test } from 'vitest';
import { publicJwks } from '../../src/credentials/jwks.ts';
import { didJwk } from '../support/did-jwk.ts';
import { anIssued, anOfflineOne, exchanged, partOf, publicUrl } from './a-certificate.ts';

/** Its reading of the payload knows the older data model only; signature, issuer, times and claims are checked. */
const policies = { format: false };

describe('did-jwt-vc', () => {
  test('verifies a certificate that stands for itself, offline', async () => {
    const { jwt } = await anOfflineOne();
    const { verified, issuer, payload } = await verifyCredential(jwt, didJwk, { policies });
    expect({ verified, issuer }).toEqual({ verified: true, issuer: partOf(jwt, 1).iss });
    expect(payload.sub).toBe(partOf(jwt, 1).credentialSubject.id);
  });

  test('verifies one at a public address with the keys that are published', async () => {
    const [{ key, jwt }, other] = [await anIssued(), await anIssued()];
    const published = publicJwks([other.key, key], publicUrl).keys.map(publicKeyJwk => ({
      id: publicKeyJwk.kid,
      type: 'JsonWebKey2020',
      controller: `${publicUrl}/issuer.json`,
      publicKeyJwk,
    }));
    expect(verifyJWS(jwt, published).id).toBe(partOf(jwt, 0).kid);
    expect(() => verifyJWS(exchanged(jwt, 1, { name: 'Doctor' }), published)).toThrow('invalid_signature');
  });

  test('refuses one whose name was exchanged', async () => {
    const { jwt } = await anOfflineOne();
    await expect(verifyCredential(exchanged(jwt, 1, { name: 'Doctor' }), didJwk, { policies })).rejects.toThrow(
      'invalid_signature',
    );
  });
});

describe('node:crypto alone', () => {
  const genuine = (jwt: string, jwk: object) => {
    const [header, payload, signature = ''] = jwt.split('.');
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    return verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
  };

  test('verifies with the key in the header, in the DID and in the published set', async () => {
    const { key, jwt } = await anIssued();
    const offline = await anOfflineOne();
    expect(genuine(jwt, publicJwks([key], publicUrl).keys[0] ?? {})).toBe(true);
    expect(genuine(jwt, partOf(jwt, 0).jwk)).toBe(true);
    expect(genuine(offline.jwt, partOf(offline.jwt, 0).jwk)).toBe(true);
  });

  test('refuses what was changed, and what another key signed', async () => {
    const [{ jwt, key }, other] = [await anIssued(), await anIssued()];
    expect(genuine(exchanged(jwt, 1, { name: 'Doctor' }), key.jwk)).toBe(false);
    expect(genuine(jwt, other.key.jwk)).toBe(false);
  });
});
