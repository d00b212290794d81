import { expect, test } from 'vitest';
import { readBreak } from '../../../src/domain/groups/break-asked.ts';
import { suggestedDates } from '../../../src/domain/groups/suggested-dates.ts';

/** A Sunday. */
const today = Temporal.PlainDate.from('2026-11-22');
const suggested = (typed: string, from?: string) => suggestedDates(typed, from, today).map(String);

test('while nothing is typed there are spans to choose from, counted from the first day', () => {
  expect(suggested('')).toEqual(['2026-11-29', '2026-12-06', '2026-12-22']);
  expect(suggested(' ', '2026-12-21')).toEqual(['2026-12-28', '2027-01-04', '2027-01-21']);
  // What cannot be read, or is past, is no day to count from.
  expect([suggested('', 'soon')[0], suggested('', '2026-11-01')[0]]).toEqual(['2026-11-29', '2026-11-29']);
});

test('of a day that could be either of two, both are offered, but for what is past', () => {
  expect(suggested('3/4/2027')).toEqual(['2027-04-03', '2027-03-04']);
  expect(suggested('3/12/2026')).toEqual(['2026-12-03']);
});

test.each(['2 weeks', 'tomorrow', 'Friday', '24 Dec', '3 Jan', '2026-12-20', '24/12/2026'])(
  'of “%s” as a last day, what is suggested is what the command reads',
  until => {
    for (const from of ['2026-12-21', 'tomorrow', 'today', '1 week', '2026-11-16']) {
      const read = readBreak({ from, until }, 'holiday', today);
      expect(suggested(until, from)).toEqual(read.kind === 'days' ? [read.until] : []);
    }
  },
);
