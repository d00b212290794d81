/** The characters of a font, from its own table. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { charactersOf } from '../../../src/pictures/fonts/woff2-cmap.ts';

const { resolve } = createRequire(import.meta.url);
const font = (path: string) => readFileSync(resolve(`@fontsource-variable/${path}`));
const has = (characters: ReadonlySet<number>, text: string) =>
  [...text].map(character => characters.has(character.codePointAt(0) ?? 0));

test('a font has the letters that it has, and not all of those it is offered for', () => {
  const greek = charactersOf(font('source-serif-4/files/source-serif-4-greek-standard-normal.woff2'));
  expect(has(greek, 'αΩέЖ')).toEqual([true, true, true, false]);
  expect(has(greek, 'ϐϠ')).toEqual([false, false]);
});

test('characters beyond the first 65,536 are found', () => {
  const rare = charactersOf(font('noto-sans-jp/files/noto-sans-jp-0-wght-normal.woff2'));
  expect(has(rare, '\u{25EE8}A')).toEqual([true, false]);
});

test('what is no WOFF2 font is refused', () => {
  expect(() => charactersOf(Buffer.from('wOFF, but the first one'))).toThrow('Expected a WOFF2 font.');
});
