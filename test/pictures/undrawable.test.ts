/** What a member is told that can't be printed, and what is printed in its place. */
import { expect, test } from 'vitest';
import { drawable, undrawable } from '../../src/pictures/undrawable.ts';

test.each([
  'Łukasz Żółć',
  'Nguyễn Thị Minh Khai',
  'Ελένη Παπαδοπούλου',
  'Ἀριστοτέλης',
  'Екатерина Ґалаґан',
  'محمد بن عبد الله',
  'علی‌رضا',
  'שָׁלוֹם בן-דוד',
  'प्रियंका श्रीवास्तव',
  'สมชาย ใจดี',
  '王小明 陳怡君',
  'やまだ ハナコ ｶﾅ',
  '김철수',
  'Ada 🚀👩🏽‍🚀🏳️‍🌈🇩🇪1️⃣❤️☺',
  'O’Neil-“X” & Co. №5 · 3/4 @home_#1 (x) – — …',
])('every character of %s can be printed', name => {
  expect(undrawable(name)).toEqual([]);
  expect(drawable(name)).toBe(name.normalize('NFC'));
});

test('what no font has is named once, as people see it, in the order of the name', () => {
  expect(undrawable('ᘏ Ada 𒐫 ᘏ x\u{1D165}')).toEqual(['ᘏ', '𒐫', 'x\u{1D165}']);
});

test('a letter whose marks are missing keeps its place, and a missing letter takes its marks along', () => {
  expect(drawable('Zx\u{1D165}a ᘏ\u0301 b')).toBe('Zxa b');
});

test('letters that are typed in parts are printed as one', () => {
  expect(undrawable('Zoe\u0308 Lukas\u030C')).toEqual([]);
  expect(drawable('Zoe\u0308')).toBe('Zoë');
});
