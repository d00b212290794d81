/** Looks a credential up in the status list it names. */
import { bitAt, decodeBits } from './bitstring.ts';
import type { PublishedKey } from './key.ts';
import { proofOf } from './proof.ts';
import type { StatusEntry } from './status-entry.ts';

export type StatusCheck = 'in-force' | 'revoked' | { readonly problem: string };

/** @param statusList the signed list as fetched; it must be the very one the credential names, by a key of ours */
export async function statusIn(
  statusList: string,
  entry: StatusEntry,
  keys: readonly PublishedKey[],
): Promise<StatusCheck> {
  const proof = await proofOf(statusList, keys);
  if (proof.kind !== 'proven') return { problem: 'The status list is not signed by the issuer of this certificate.' };
  const { id, credentialSubject } = proof.credential;
  if (id !== entry.statusListCredential) {
    return { problem: `This is not the status list that the certificate names: ${entry.statusListCredential}.` };
  }
  const { statusPurpose, encodedList } = credentialSubject;
  const bits = typeof encodedList === 'string' ? decodeBits(encodedList) : undefined;
  const bit = bits && bitAt(bits, Number(entry.statusListIndex));
  if (statusPurpose !== 'revocation' || bit === undefined) return { problem: 'The status list cannot be read.' };
  return bit ? 'revoked' : 'in-force';
}
