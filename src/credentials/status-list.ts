/** The list of revoked certificates, itself a signed credential: one bit for each, fetched whole by who verifies. */
import { statusListAddress } from './addresses.ts';
import { encodeBits } from './bitstring.ts';
import { credentialsContext } from './contexts.ts';
import { wholeSecond } from './credential.ts';
import { issuerId } from './issuer.ts';
import type { SigningKey } from './key.ts';
import { listLength } from './status-entry.ts';
import { signedCredential } from './vc-jwt.ts';

/** For how long a fetched list may be kept: a revocation shows within a minute. */
const statusLifetime = Temporal.Duration.from({ minutes: 1 });

export interface StatusListFacts {
  /** Its number: 0, 1 … */
  readonly list: number;
  /** Indexes over all lists, as certificates hold them; those of other lists are passed over. */
  readonly revoked: Iterable<number>;
  readonly at: Temporal.Instant;
}

/** What stands at `statusListAddress`. */
export function statusListCredential(
  { list, revoked, at }: StatusListFacts,
  key: SigningKey,
  publicUrl: string,
): Promise<string> {
  const id = statusListAddress(publicUrl, list);
  const places = [...revoked].map(index => index - list * listLength).filter(place => place >= 0 && place < listLength);
  const credential = {
    '@context': [credentialsContext],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: issuerId(key, publicUrl) },
    validFrom: wholeSecond(at),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBits(places),
      ttl: statusLifetime.total('milliseconds'),
    },
  };
  return signedCredential(credential, key, publicUrl);
}
