/** Colours of roles, as text on the page's dark ground. */
import { expect, test } from 'vitest';

const file = new URL('../../../../playground/page/public/colors.js', import.meta.url).href;
const { cssColor, readableColor } = (await import(file)) as {
  cssColor(color: number): string;
  readableColor(color: number): string;
};

test('a colour that can be read stays as it is', () => {
  expect(readableColor(0xf0f0f0)).toBe('#f0f0f0');
  expect(readableColor(0xffd166)).toBe('#ffd166');
});

test('a dark one becomes lighter but keeps its hue; black ends as a light grey', () => {
  expect(readableColor(0x9b84ec)).toBe('#b4a3f1');
  expect(readableColor(0x000000)).toMatch(/^#([a-f]\w)\1\1$/);
});

test('short numbers are filled up', () => {
  expect(cssColor(0xff)).toBe('#0000ff');
});
