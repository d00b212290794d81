import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateNumber, certificateReference } from '../../src/domain/certificate-number.ts';

const uuid = fc.uuid();

test('a number is eight letters that nobody mistakes, from the beginning of the id', () => {
  expect(certificateNumber('99ef4177-4d00-4000-8000-000000000000')).toBe('K7QM-2XTD');
  expect(certificateNumber('00000000-0000-4000-8000-000000000000')).toBe('0000-0000');
  expect(certificateNumber(randomUUID())).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});

test('the number of any id leads back to how the id begins, however it is typed', () => {
  const typings: readonly ((number: string) => string)[] = [
    number => number,
    number => number.toLowerCase(),
    number => number.replace('-', ''),
    number => ` No. ${number.replace('-', ' ')} `,
    number => number.replaceAll('0', 'o').replaceAll('1', 'l'),
  ];
  fc.assert(
    fc.property(uuid, fc.constantFrom(...typings), (id, typed) => {
      expect(certificateReference(typed(certificateNumber(id)))).toEqual({
        kind: 'number',
        beginning: id.slice(0, 11),
      });
    }),
  );
});

describe('what somebody gives to have a certificate verified', () => {
  const id = '99ef4177-4d00-4000-8000-000000000000';

  test.each([
    ['its id', id],
    ['its id in capitals', id.toUpperCase()],
    ['the address of its page', `https://cairn.example.org/c/${id}`],
    ['the address of its picture', `<https://cairn.example.org/c/${id}.png>`],
    ['the name it has without an address', `urn:uuid:${id}`],
  ])('%s leads to the id', (_, typed) => {
    expect(certificateReference(typed)).toEqual({ kind: 'id', id });
  });

  test('a signed text is taken as it is', () => {
    const jwt = `${'a'.repeat(40)}.${'b'.repeat(40)}.${'c'.repeat(86)}`;
    expect(certificateReference(` ${jwt}\n`)).toEqual({ kind: 'signed', jwt });
  });

  test.each(['', 'my diploma', 'K7QM-2XT', 'K7QM-2XTU', `${id}0`, 'a.b.c', '12345678901234567890'])(
    '%j is none',
    typed => {
      expect(certificateReference(typed)).toBeUndefined();
    },
  );
});
