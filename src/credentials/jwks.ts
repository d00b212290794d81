/** The public keys as others fetch them: each at its own address, and all together as a JWK set. */
import { keyAddress } from './addresses.ts';
import { algorithm, type PublishedKey } from './key.ts';

/** What stands at `keyAddress`. Members are named one by one, so that nothing private can slip in. */
export function publicJwk({ thumbprint, jwk: { crv, kty, x, y } }: PublishedKey, publicUrl: string | undefined) {
  const kid = publicUrl === undefined ? thumbprint : keyAddress(publicUrl, thumbprint);
  return { kty, crv, x, y, alg: algorithm, use: 'sig', kid } as const;
}

export function publicJwks(keys: readonly PublishedKey[], publicUrl: string | undefined) {
  return { keys: keys.map(key => publicJwk(key, publicUrl)) };
}
