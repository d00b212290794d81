/** Signs a credential as Open Badges 3.0 §8.2 has it: the credential is the payload, and claims repeat its parts. */
import { SignJWT } from 'jose';
import { keyAddress } from './addresses.ts';
import { algorithm, type SigningKey } from './key.ts';

interface Signable {
  readonly id: string;
  readonly type: readonly string[];
  readonly issuer: { readonly id: string };
  readonly validFrom: string;
  readonly credentialSubject: { readonly id: string };
}

/**
 * The claims that repeat what the credential says; a verifier compares them. "jti" is for badges only: Open Badges asks
 * for it, and the context of other credentials does not know it.
 */
export function repeatedClaims({ id, type, issuer, validFrom, credentialSubject }: Signable) {
  const nbf = Math.floor(Temporal.Instant.from(validFrom).epochMilliseconds / 1000);
  const jti = type.includes('AchievementCredential') && { jti: id };
  return { iss: issuer.id, nbf, sub: credentialSubject.id, ...jti };
}

/**
 * The header names the key twice: by an address, which ties it to the issuer, and whole, for those who verify offline.
 * Without an address it stands there whole only: Open Badges does not ask verifiers to read a DID in "kid".
 */
export function signedCredential(
  credential: Signable,
  key: SigningKey,
  publicUrl: string | undefined,
): Promise<string> {
  const { crv, kty, x, y } = key.jwk;
  return new SignJWT({ ...credential, ...repeatedClaims(credential) })
    .setProtectedHeader({
      alg: algorithm,
      typ: 'JWT',
      ...(publicUrl !== undefined && { kid: keyAddress(publicUrl, key.thumbprint) }),
      jwk: { crv, kty, x, y },
    })
    .sign(key.secret);
}
