/** Issues a certificate: the signed file a member keeps. Issued anew, it has the same id and the same date. */
import { credentialOf } from './credential.ts';
import type { CredentialFacts } from './facts.ts';
import type { SigningKey } from './key.ts';
import { signedCredential } from './vc-jwt.ts';

/** @param options.publicUrl without a slash at the end; without one the credential stands for itself, offline */
export function issueCredential(
  facts: CredentialFacts,
  key: SigningKey,
  { publicUrl }: { readonly publicUrl: string | undefined },
): Promise<string> {
  return signedCredential(credentialOf(facts, key, publicUrl), key, publicUrl);
}
