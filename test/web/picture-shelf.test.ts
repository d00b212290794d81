import { beforeEach, expect, test } from 'vitest';
import { createPictureShelf, type PictureShelf } from '../../src/web/picture-shelf.ts';

let shelf: PictureShelf;
let drawn: string[];
beforeEach(() => {
  shelf = createPictureShelf();
  drawn = [];
});

const take = (version: string) =>
  shelf.take(version, async () => {
    drawn.push(version);
    return Buffer.from(version);
  });

test('however many ask for a picture at a time and afterwards, it is drawn once', async () => {
  const pictures = await Promise.all(Array.from({ length: 50 }, () => take('one')));
  pictures.push(await take('one'));
  expect(new Set(pictures.map(String))).toEqual(new Set(['one']));
  expect(drawn).toEqual(['one']);
});

test('a picture that could not be drawn is drawn when somebody asks again', async () => {
  await expect(shelf.take('one', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');
  expect(await shelf.take('one', async () => undefined)).toBeUndefined();
  expect(String(await take('one'))).toBe('one');
});

test('those not asked for in a while make room', async () => {
  await take('wanted');
  for (let other = 0; other < 23; other++) await take(`other ${other}`);
  await take('wanted');
  await take('one more');
  drawn = [];
  await take('wanted');
  await take('other 0');
  expect(drawn).toEqual(['other 0']);
});
