/** Status lists, against the W3C's encoding of them. */
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitAt, decodeBits, encodeBits } from '../../src/credentials/bitstring.ts';
import { statusEntry } from '../../src/credentials/status-entry.ts';
import { statusListCredential } from '../../src/credentials/status-list.ts';
import { aKey, later, listOf, partOf, publicUrl } from './a-certificate.ts';

const place = fc.nat({ max: 131_071 });

test('every bit comes out as it went in, and no other is set', () => {
  fc.assert(
    fc.property(fc.uniqueArray(place, { maxLength: 200 }), place, (places, another) => {
      const bits = decodeBits(encodeBits(places));
      expect(bits && [...places].every(one => bitAt(bits, one))).toBe(true);
      expect(bits && bitAt(bits, another)).toBe(places.includes(another));
    }),
  );
});

test('the first bit is the left-most one of 16 KiB', () => {
  const bytes = gunzipSync(Buffer.from(encodeBits([0, 9, 131_071]).slice(1), 'base64url'));
  expect([bytes.length, bytes[0], bytes[1], bytes.at(-1)]).toEqual([16_384, 0b1000_0000, 0b0100_0000, 1]);
});

test.each([
  // The example of W3C's standard.
  ['uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA', []],
  // What 1EdTech's validator is tested with.
  ['uH4sIAAAAAAAA_-3BMQEAAAzDoMy_6cnoA9QFAAAAAAAAAAAAAAAAAAAAbD3uPa2cAEAAAA', [23]],
])('a list that others made is read', (encoded, places) => {
  const bits = decodeBits(encoded);
  expect(bits?.length).toBe(16_384);
  expect([...Array(131_072).keys()].filter(one => bits && bitAt(bits, one))).toEqual(places);
});

describe('no list is', () => {
  test.each([
    ['one that is too short', listOf(new Uint8Array(16_383))],
    ['one that unpacks to far too much', listOf(new Uint8Array(1_048_577))],
    ['one in another base', encodeBits([]).replace('u', 'z')],
    ['one that is not packed', `u${Buffer.alloc(16_384).toString('base64url')}`],
    ['nothing', ''],
  ])('%s', (_, encoded) => {
    expect(decodeBits(encoded)).toBeUndefined();
  });
});

test('a place beyond the end of a list is neither set nor unset', () => {
  expect(bitAt(new Uint8Array(16_384), 131_072)).toBeUndefined();
});

test.each([-1, 1.5, 131_072, Number.NaN])('the place %d is refused', wrong => {
  expect(() => encodeBits([wrong])).toThrow('whole number');
});

test.each([-1, 0.5, Number.NaN])('the index %d is refused', wrong => {
  expect(() => statusEntry(wrong, publicUrl)).toThrow('whole number');
});

test.each([
  [0, 0, '0'],
  [131_071, 0, '131071'],
  [131_072, 1, '0'],
  [262_143, 1, '131071'],
])('the certificate with index %d has its bit in list %d at place %s', (index, list, statusListIndex) => {
  const statusListCredential = `${publicUrl}/status/${list}.jwt`;
  expect(statusEntry(index, publicUrl)).toMatchObject({ statusListCredential, statusListIndex });
});

test('a list is a signed credential at its own address, with its own part of the revoked', async () => {
  const revoked = [3, 131_072, 262_143, 262_144];
  const jwt = await statusListCredential({ list: 1, revoked, at: later }, await aKey(), publicUrl);
  const { credentialSubject, ...credential } = partOf(jwt, 1);
  expect(credential).toEqual({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: `${publicUrl}/status/1.jwt`,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: { id: `${publicUrl}/issuer.json` },
    validFrom: '2026-06-01T09:00:00Z',
    iss: `${publicUrl}/issuer.json`,
    nbf: 1_780_304_400,
    sub: `${publicUrl}/status/1.jwt#list`,
  });
  expect(credentialSubject).toEqual({
    id: `${publicUrl}/status/1.jwt#list`,
    type: 'BitstringStatusList',
    statusPurpose: 'revocation',
    encodedList: encodeBits([0, 131_071]),
    ttl: 60_000,
  });
});
