/**
 * The key that signs certificates, and what of it is public. P-256 (ES256), since 1EdTech's validator takes RS256 and
 * ES256 and refuses Ed25519, and RSA would make the JWT in the picture and the issuer's did:jwk three times as long.
 */
import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK } from 'jose';

export const algorithm = 'ES256';

/** The members that RFC 7638 hashes, in its order, and nothing else: never "d". */
export interface PublicJwk {
  readonly crv: 'P-256';
  readonly kty: 'EC';
  readonly x: string;
  readonly y: string;
}

/** A key that signs, or once did. Old ones stay published, or the certificates they signed would die with them. */
export interface PublishedKey {
  /** RFC 7638, SHA-256: what a key is found by. */
  readonly thumbprint: string;
  readonly jwk: PublicJwk;
  /** Since when it signs nothing. */
  readonly retiredAt?: Temporal.Instant;
}

export interface SigningKey extends PublishedKey {
  /** Cannot be exported, so that no log or dump ever shows it. */
  readonly secret: CryptoKey;
}

export async function makeKeyPair(): Promise<{ readonly jwk: PublicJwk; readonly d: string }> {
  const pair = await generateKeyPair(algorithm, { extractable: true });
  const { x = '', y = '', d = '' } = await exportJWK(pair.privateKey);
  return { jwk: { crv: 'P-256', kty: 'EC', x, y }, d };
}

export async function publishedKey(jwk: PublicJwk, retiredAt?: Temporal.Instant): Promise<PublishedKey> {
  return { thumbprint: await calculateJwkThumbprint(jwk), jwk, ...(retiredAt && { retiredAt }) };
}

export async function signingKey(jwk: PublicJwk, d: string): Promise<SigningKey> {
  return { ...(await publishedKey(jwk)), secret: await imported({ ...jwk, d }) };
}

export async function imported(jwk: PublicJwk & { readonly d?: string }): Promise<CryptoKey> {
  const key = await importJWK(jwk, algorithm);
  if (key instanceof Uint8Array) throw new TypeError('An EC key was read as a shared secret.');
  return key;
}
