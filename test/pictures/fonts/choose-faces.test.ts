/** Which of our fonts a name is set in. */
import { expect, test } from 'vitest';
import { chooseFaces } from '../../../src/pictures/fonts/choose-faces.ts';

/** The families, without the parts of them. */
function families(text: string, locale?: string): readonly (string | undefined)[] {
  const { faces, emoji } = chooseFaces(text, 'serif', locale);
  return [...new Set([...faces, ...(emoji ? [emoji] : [])].map(({ alias }) => alias.split(' ')[1]))];
}

test.each([
  ['Ada Łovelace', ['serif']],
  ['Екатерина', ['serif']],
  ['Ἀριστοτέλης', ['sans']],
  ['محمد Ada', ['serif', 'arabic']],
  ['יעל', ['hebrew']],
  ['בן-דוד', ['sans', 'hebrew']],
  ['प्रिया', ['devanagari']],
  ['สมชาย', ['thai']],
  ['王小明', ['chinese']],
  ['山田さん', ['japanese']],
  ['김철수', ['korean']],
  ['Ada 🚀 1️⃣', ['serif', 'emoji']],
])('%s is set in %j', (text, expected) => {
  expect(families(text)).toEqual(expected);
});

test('a name in one alphabet is in one hand: where the serif lacks a letter, all are sans', () => {
  expect(families('Ἑλένη Παπαδοπούλου')).toEqual(['sans']);
});

test('Han characters alone follow the language of the one they name', () => {
  expect(['ja', 'ko', 'zh-TW', 'en-GB', undefined].map(locale => families('直', locale))).toEqual([
    ['japanese'],
    ['korean'],
    ['chinese'],
    ['chinese'],
    ['chinese'],
  ]);
});

test('a Chinese name needs three small files of the hundred', () => {
  expect(chooseFaces('王小明', 'serif').faces.length).toBeLessThanOrEqual(3);
});

test('a digit on a key is an emoji, and a digit is not', () => {
  const { isEmoji } = chooseFaces('Ada 1 1️⃣ ©', 'serif');
  expect(['A', '1', '1️⃣', '©'].map(isEmoji)).toEqual([false, false, true, false]);
});
