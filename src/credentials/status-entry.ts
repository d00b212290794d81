/** Where a credential's status bit stands (W3C Bitstring Status List): in which list, and at which place of it. */
import { randomInt } from 'node:crypto';
import { statusListAddress } from './addresses.ts';

/** 16 KiB of bits, the least the standard allows, so that a look-up tells nobody which certificate was meant. */
export const listLength = 131_072;

export interface StatusEntry {
  readonly id: string;
  readonly type: 'BitstringStatusListEntry';
  readonly statusPurpose: 'revocation';
  /** Digits in a string, as the standard wants them. */
  readonly statusListIndex: string;
  readonly statusListCredential: string;
}

/** How many lists there are. They are never more than half full, so that a free place is found at once. */
export function statusLists(issuedSoFar: number): number {
  return Math.floor((2 * issuedSoFar) / listLength) + 1;
}

/** Nobody can foresee it: from a place in a list nothing follows about when a certificate was issued, or to whom. */
export function anyStatusIndex(issuedSoFar: number): number {
  return randomInt(statusLists(issuedSoFar) * listLength);
}

/** @param index over all lists; lists are numbered from 0 */
function statusPlace(index: number): { readonly list: number; readonly place: number } {
  if (!Number.isSafeInteger(index) || index < 0)
    throw new RangeError(`A status index is a whole number, not ${index}.`);
  return { list: Math.floor(index / listLength), place: index % listLength };
}

export function statusEntry(index: number, publicUrl: string): StatusEntry {
  const { list, place } = statusPlace(index);
  const address = statusListAddress(publicUrl, list);
  return {
    id: `${address}#${place}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(place),
    statusListCredential: address,
  };
}
