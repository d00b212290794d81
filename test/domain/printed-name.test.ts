/** What may stand on a certificate as a name, and what is said about the rest. */
import { expect, test } from 'vitest';
import { printedName } from '../../src/domain/printed-name.ts';

const fits = (name: string) => ({ kind: 'fits', name });

test.each([
  'Ada Lovelace',
  'Łukasz Żółć',
  'Nguyễn Thị Minh Khai',
  'Ἀριστοτέλης',
  'مُحَمَّدٌ',
  'علی‌رضا',
  'שָּׁלוֹם בֶּן־דָּוִד',
  'प्रियंका श्रीवास्तव',
  'สมชาย ใจดี',
  '👩🏽‍🚀🏴󠁧󠁢󠁥󠁮󠁧󠁿',
  'W'.repeat(80),
  '🚀'.repeat(80),
])('%s is printed as it is', name => {
  expect(printedName(name)).toEqual(fits(name.normalize('NFC')));
});

test('spaces around it go, and one is left between words, whatever was typed there', () => {
  expect(printedName('  Ada \t\n Byron\u00A0 Lovelace ')).toEqual(fits('Ada Byron Lovelace'));
});

test('a letter typed in two parts is one, even with something unseen between them', () => {
  expect(printedName('Zoe\u0308')).toEqual(fits('Zoë'));
  expect(printedName('Zoe\u200E\u0308')).toEqual(fits('Zoë'));
});

test('control characters and marks that turn text around are left out', () => {
  expect(printedName('\u202EAda\u202C\u0007 \u2066 Love\u0000lace\u2069\uFEFF')).toEqual(fits('Ada Lovelace'));
  expect(printedName('Ada\uD83D')).toEqual(fits('Ada'));
});

test.each(['', '   ', '\u200B\u2060', '\u202E\u202C', '\u3164\u115F'])('%j is no name', typed => {
  expect(printedName(typed)).toEqual({ kind: 'empty' });
});

test('81 characters are too many, however few bytes or pairs they are', () => {
  expect(printedName('a'.repeat(81))).toEqual({ kind: 'too-long', length: 81, atMost: 80 });
  expect(printedName('🚀'.repeat(81))).toEqual({ kind: 'too-long', length: 81, atMost: 80 });
});

test('marks piled upon marks are refused', () => {
  expect(printedName(`A${'\u0323'.repeat(4)}da`)).toEqual({ kind: 'fits', name: `\u1EA0${'\u0323'.repeat(3)}da` });
  expect(printedName(`A${'\u0323'.repeat(5)}da`)).toEqual({ kind: 'stacked-marks', atMost: 3 });
});
