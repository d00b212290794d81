/** Whether a signed credential is what one of our keys signed, and says one thing only. */
import { compactVerify } from 'jose';
import { isRecord, unpacked } from './compact-jws.ts';
import { algorithm, imported, type PublishedKey } from './key.ts';
import { repeatedClaims } from './vc-jwt.ts';

/** The parts of any credential that the claims repeat. */
export interface ProvenCredential extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly type: readonly string[];
  readonly issuer: { readonly id: string };
  readonly validFrom: string;
  readonly validUntil?: string;
  readonly credentialSubject: { readonly id: string } & Readonly<Record<string, unknown>>;
}

export type Proof =
  | { readonly kind: 'proven'; readonly credential: ProvenCredential; readonly key: PublishedKey }
  | { readonly kind: 'malformed'; readonly problem: string }
  | { readonly kind: 'unknown-key'; readonly thumbprint: string }
  | { readonly kind: 'wrong-signature' };

/** @param keys the issuer's own: no other key is tried, whatever the credential brings along or points to */
export async function proofOf(jwt: string, keys: readonly PublishedKey[]): Promise<Proof> {
  const text = jwt.trim();
  const parts = await unpacked(text);
  if ('problem' in parts) return { kind: 'malformed', problem: parts.problem };
  const key = keys.find(({ thumbprint }) => thumbprint === parts.thumbprint);
  if (!key) return { kind: 'unknown-key', thumbprint: parts.thumbprint };
  if (!(await isSignedBy(text, key))) return { kind: 'wrong-signature' };
  const { payload } = parts;
  if (!isCredential(payload)) return { kind: 'malformed', problem: 'What was signed is no credential.' };
  const differing = Object.entries(repeatedClaims(payload)).find(([claim, value]) => payload[claim] !== value);
  if (differing) return { kind: 'malformed', problem: `It contradicts itself: "${differing[0]}" says something else.` };
  return { kind: 'proven', credential: payload, key };
}

async function isSignedBy(jwt: string, { jwk }: PublishedKey): Promise<boolean> {
  const key = await imported(jwk);
  return compactVerify(jwt, key, { algorithms: [algorithm] }).then(
    () => true,
    () => false,
  );
}

function isCredential(payload: Readonly<Record<string, unknown>>): payload is ProvenCredential {
  const { id, type, issuer, validFrom, validUntil, credentialSubject } = payload;
  return (
    typeof id === 'string' &&
    Array.isArray(type) &&
    type.includes('VerifiableCredential') &&
    isRecord(issuer) &&
    typeof issuer.id === 'string' &&
    isInstant(validFrom) &&
    (validUntil === undefined || isInstant(validUntil)) &&
    isRecord(credentialSubject) &&
    typeof credentialSubject.id === 'string'
  );
}

function isInstant(value: unknown): value is string {
  try {
    return typeof value === 'string' && Boolean(Temporal.Instant.from(value));
  } catch {
    return false;
  }
}
