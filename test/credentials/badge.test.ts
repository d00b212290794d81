/** The picture that carries its proof, and pictures that do not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bakePng, readBadge } from '../../src/credentials/badge.ts';
import { readChunks, writeChunks } from '../../src/credentials/png.ts';
import { verifyCredential } from '../../src/credentials/verify.ts';
import { anIssued, later, picture } from './a-certificate.ts';

const kinds = (png: Uint8Array) => {
  const chunks = readChunks(png);
  return 'problem' in chunks ? chunks.problem : chunks.map(({ type }) => type);
};

test('a certificate comes out of its picture as it went in, and verifies', async () => {
  const { key, jwt } = await anIssued();
  const baked = bakePng(picture, jwt);
  const found = readBadge(baked);
  expect(found).toEqual({ kind: 'badge', jwt });
  expect(kinds(baked)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
  expect((await verifyCredential(jwt, { keys: [key], now: later })).kind).toBe('valid');
});

test('baked twice is baked once, with the later certificate', () => {
  expect(bakePng(bakePng(picture, 'a.b.c'), 'd.e.f')).toEqual(bakePng(picture, 'd.e.f'));
});

test('the chunk is laid out as Open Badges says', () => {
  const chunks = readChunks(bakePng(picture, 'a.b.c'));
  const text = 'problem' in chunks ? '' : Buffer.from(chunks[1]?.data ?? []).toString('latin1');
  expect(text).toBe('openbadgecredential\0\0\0\0\0a.b.c');
});

test('other texts in a picture stay, and are no badge', () => {
  const note = { type: 'iTXt', data: Buffer.from('Comment\0\0\0\0\0a.b.c') };
  const [head, ...rest] = readChunks(picture) as ReturnType<typeof chunksOf>;
  const noted = writeChunks([...(head ? [head] : []), note, ...rest]);
  expect(readBadge(noted)).toEqual({ kind: 'no-badge' });
  expect(kinds(bakePng(noted, 'd.e.f'))).toEqual(['IHDR', 'iTXt', 'iTXt', 'IDAT', 'IEND']);
});

const chunksOf = (png: Uint8Array) => {
  const chunks = readChunks(png);
  if ('problem' in chunks) throw new Error(chunks.problem);
  return chunks;
};

test('any text of a certificate in any picture comes out again', () => {
  const letters = fc.stringMatching(/^[\w-]{1,60}$/);
  const chunk = fc.record({
    type: fc.constantFrom('IDAT', 'tEXt', 'iTXt', 'eXIf'),
    data: fc.uint8Array({ maxLength: 80 }),
  });
  fc.assert(
    fc.property(fc.tuple(letters, letters, letters), fc.array(chunk, { maxLength: 8 }), (parts, inner) => {
      const jwt = parts.join('.');
      const chunks = chunksOf(picture);
      const png = writeChunks([...chunks.slice(0, 1), ...inner, ...chunks.slice(1)]);
      const baked = bakePng(png, jwt);
      expect(readBadge(baked)).toEqual({ kind: 'badge', jwt });
      expect(bakePng(baked, jwt)).toEqual(baked);
    }),
  );
});

describe('a picture is refused with a sentence', () => {
  const baked = bakePng(picture, 'a.b.c');
  const flipped = (place: number) => baked.with(place, (baked[place] ?? 0) ^ 1);

  test('wherever one byte of it is changed', () => {
    for (let place = 0; place < baked.length; place++) {
      expect(readBadge(flipped(place))).toEqual({
        kind: 'broken',
        problem: expect.stringMatching(/PNG picture.*[.]$/),
      });
    }
  });

  test('wherever it is cut off', () => {
    for (let length = 0; length < baked.length; length++) {
      expect(readBadge(baked.subarray(0, length)).kind).toBe('broken');
    }
  });

  test.each<[string, Uint8Array, RegExp]>([
    ['no picture', Buffer.from('<svg/>'), /no PNG picture.*Send the file as it was downloaded/],
    ['a changed text', flipped(60), /damaged: the checksum of its "iTXt" part is wrong.*Download it again/],
    ['no size', writeChunks([{ type: 'IDAT', data: new Uint8Array() }]), /begins with "IDAT"/],
    ['no end', picture.subarray(0, -12), /cut off: its end is missing/],
  ])('for %s', (_, png, problem) => {
    expect(readBadge(png)).toEqual({ kind: 'broken', problem: expect.stringMatching(problem) });
    expect(() => bakePng(png, 'a.b.c')).toThrow(problem);
  });

  test('for a compressed credential', () => {
    const [head, ...rest] = chunksOf(picture);
    const squeezed = { type: 'iTXt', data: Buffer.from('openbadgecredential\0\x01\0\0\0x') };
    expect(readBadge(writeChunks([...(head ? [head] : []), squeezed, ...rest]))).toMatchObject({
      kind: 'broken',
      problem: expect.stringContaining('compressed'),
    });
  });
});

test('only a signed text is baked', () => {
  expect(() => bakePng(picture, '{"a":1}')).toThrow('Only a signed JWT');
});

test('what follows the picture is no part of it', () => {
  expect(readBadge(Buffer.concat([bakePng(picture, 'a.b.c'), Buffer.from('tail')]))).toEqual({
    kind: 'badge',
    jwt: 'a.b.c',
  });
});
