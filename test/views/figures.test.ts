import { describe, expect, test } from 'vitest';
import { bar, count, hours, hoursAhead, percentage, span, timestamp } from '../../src/views/figures.ts';
import { localeOf } from '../../src/views/locale.ts';
import { at } from '../support/builders.ts';

describe('a progress bar', () => {
  test.each([
    [0, '▱▱▱▱▱▱▱▱▱▱'],
    [1, '▰▱▱▱▱▱▱▱▱▱'],
    [55, '▰▰▰▰▰▱▱▱▱▱'],
    [99, '▰▰▰▰▰▰▰▰▰▱'],
    [100, '▰▰▰▰▰▰▰▰▰▰'],
  ])('at %i%% is %s', (percent, expected) => expect(bar(percent)).toBe(expected));
});

test('figures read as members write them', () => {
  expect(percentage(42, 'en')).toBe('42%');
  expect(count(1, 'item', 'items', 'en')).toBe('1 item');
  expect(count(1234, 'item', 'items', 'en')).toBe('1,234 items');
  expect(span({ min: 3, max: 3 })).toBe('3');
  expect(hours({ min: 3, max: 4 })).toBe('3–4 h');
  expect(hours(undefined)).toBeUndefined();
  expect(timestamp(at('2026-05-01T10:00:00.9Z'), 'ago')).toBe('<t:1777629600:R>');
});

test('hours ahead name what has no figure, and say nothing where nothing has one', () => {
  expect(hoursAhead({ span: { min: 3, max: 8 }, unestimated: 0 }, 'en')).toBe('about 3–8 h left');
  expect(hoursAhead({ span: { min: 3, max: 8 }, unestimated: 1 }, 'en')).toBe(
    'about 3–8 h left · 1 item not estimated',
  );
  expect(hoursAhead({ span: { min: 0, max: 0 }, unestimated: 4 }, 'en')).toBeUndefined();
});

test.each([
  ['en-GB', 'en'],
  ['de', 'en'],
  [undefined, 'en'],
])('Discord in %s is answered in %s', (code, locale) => expect(localeOf(code)).toBe(locale));
