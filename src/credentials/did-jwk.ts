/** did:jwk: an issuer that is its key. It needs no web server, so a certificate verifies wherever its file is. */
import type { PublicJwk } from './key.ts';

export function didOf(jwk: PublicJwk): string {
  return `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
}

/** What every resolver makes of the DID; for those who verify by hand. */
export function didDocument(jwk: PublicJwk) {
  const did = didOf(jwk);
  const key = `${did}#0`;
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id: did,
    verificationMethod: [{ id: key, type: 'JsonWebKey2020', controller: did, publicKeyJwk: jwk }],
    assertionMethod: [key],
    authentication: [key],
    capabilityInvocation: [key],
    capabilityDelegation: [key],
  } as const;
}
