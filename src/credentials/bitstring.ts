/** The bits of a status list, as W3C encodes them: the first is the left-most of the first byte; gzip; multibase. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { listLength } from './status-entry.ts';

/** Far more than a list of ours has: what unpacks to more is an attack. */
const mostBytes = 1_048_576;

export function encodeBits(places: Iterable<number>): string {
  const bytes = new Uint8Array(listLength / 8);
  for (const place of places) {
    if (!Number.isInteger(place) || place < 0 || place >= listLength) {
      throw new RangeError(`A place in a status list is a whole number below ${listLength}, not ${place}.`);
    }
    const byte = place >> 3;
    bytes[byte] = (bytes[byte] ?? 0) | (0x80 >> (place & 7));
  }
  return `u${gzipSync(bytes, { level: 9 }).toString('base64url')}`;
}

/** @returns the bytes, or undefined for what is no list of at least the least length */
export function decodeBits(encoded: string): Uint8Array | undefined {
  if (!/^u[\w-]+$/.test(encoded)) return undefined;
  try {
    const bytes = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'), { maxOutputLength: mostBytes });
    return bytes.length * 8 >= listLength ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** @returns undefined beyond the end */
export function bitAt(bytes: Uint8Array, place: number): boolean | undefined {
  const byte = bytes[place >> 3];
  return byte === undefined ? undefined : (byte & (0x80 >> (place & 7))) !== 0;
}
