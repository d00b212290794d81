import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromText, toText } from '../../src/store/instants.ts';
import { at } from '../support/builders.ts';

const instants = fc
  .integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 })
  .map(milliseconds => Temporal.Instant.fromEpochMilliseconds(milliseconds));

test('an instant is kept to the millisecond', () => {
  fc.assert(fc.property(instants, instant => fromText(toText(instant)).equals(instant)));
  expect(toText(at('2026-03-02T18:00:00.123999Z'))).toBe('2026-03-02T18:00:00.123Z');
});

test('kept instants sort as text as they do in time', () => {
  fc.assert(
    fc.property(instants, instants, (a, b) => {
      const order = toText(a) < toText(b) ? -1 : Number(toText(a) > toText(b));
      return order === Temporal.Instant.compare(a, b);
    }),
  );
});

test.each(['-000001-12-31T23:59:59Z', '+010000-01-01T00:00:00Z'])('%s, which would not sort, is refused', text => {
  expect(() => toText(Temporal.Instant.from(text))).toThrow(/cannot be stored/);
});
