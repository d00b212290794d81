/** A date in figures means a day only where it can mean no other. */
import { expect, test } from 'vitest';
import { eitherDay, readingsOf } from '../../../src/domain/groups/date-in-figures.ts';

test.each([
  ['24/12/2026', '2026-12-24'],
  ['12/24/2026', '2026-12-24'],
  ['24.12.2026', '2026-12-24'],
  ['24/12/26', '2026-12-24'],
  ['24.12.26', '2026-12-24'],
  // With dots the day comes first.
  ['3.4.2027', '2027-04-03'],
  ['5/5/2027', '2027-05-05'],
  ['29/2/2028', '2028-02-29'],
  ['larks 24/12/2026, 18:30', 'larks 2026-12-24, 18:30'],
])('“%s” is read as %s', (typed, reading) => {
  expect(readingsOf(typed)).toEqual([reading]);
  expect(eitherDay(typed)).toBeUndefined();
});

test.each([
  '31/2/2027',
  '13/13/2027',
  '12.24.2026',
  '12/24',
  '1/24/12/2026',
  '24/12/1926',
  '24.12. 20:00',
  '24.12. 10pm',
  '24.12.20:00',
  '24/12/126',
  'next week',
  '',
])('“%s” stays as it is', typed => {
  expect(readingsOf(typed)).toEqual([typed]);
  expect(eitherDay(typed)).toBeUndefined();
});

test('“3/4/2027 19:00” could be two days', () => {
  expect(readingsOf('3/4/2027 19:00')).toEqual(['2027-04-03 19:00', '2027-03-04 19:00']);
  expect(eitherDay('3/4/2027')?.either).toEqual(['2027-04-03', '2027-03-04']);
});
