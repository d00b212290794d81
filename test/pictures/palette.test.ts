/** A role's colour is made for dark screens; a certificate's title is read on paper. */
import { expect, test } from 'vitest';
import { accentOf, tint } from '../../src/pictures/palette.ts';

test('a colour that reads well on paper stays what it is', () => {
  expect(accentOf(0x8e3350)).toBe('#8e3350');
  expect(accentOf(0x000000)).toBe('#000000');
});

test('a paler one is darkened and keeps its hue', () => {
  expect([0xffff00, 0x4a80fd, 0xffffff].map(accentOf)).toEqual(['#616100', '#355cb6', '#616161']);
});

test('a certificate without a colour has the house’s', () => {
  expect(accentOf()).toBe('#17615d');
});

test('a tint lies between the colour and what is under it', () => {
  expect([tint('#000000', 1), tint('#000000', 0), tint('#000000', 0.5), tint('#ffffff', 0.5, '#000000')]).toEqual([
    '#000000',
    '#fffdf8',
    '#807f7c',
    '#808080',
  ]);
});
