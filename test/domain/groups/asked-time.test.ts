/** What hosts and members type as a time. */
import { expect, test } from 'vitest';
import { readClock, readNewTime, readWeekdays } from '../../../src/domain/groups/asked-time.ts';

const monday = Temporal.PlainDateTime.from('2026-11-23T19:00');
const sunday = Temporal.PlainDate.from('2026-11-22');

test.each([
  ['20:00', '2026-11-23T20:00'],
  ['Tue 20:00', '2026-11-24T20:00'],
  ['tuesday 8pm', '2026-11-24T20:00'],
  ['sunday at 20:00', '2026-11-29T20:00'],
  ['2026-12-01 19:00', '2026-12-01T19:00'],
  ['2026-12-01T19:00', '2026-12-01T19:00'],
  ['24.12. 18:30', '2026-12-24T18:30'],
  ['24 Dec, 6:30 pm', '2026-12-24T18:30'],
  ['24/12/2026 18:30', '2026-12-24T18:30'],
  ['12/24/2026 at 6:30 pm', '2026-12-24T18:30'],
  ['24.12.2026 18.30', '2026-12-24T18:30'],
  ['tomorrow 9:00', '2026-11-23T09:00'],
  ['2 weeks 10:00', '2026-12-06T10:00'],
  ['20:00 Tue', '2026-11-24T20:00'],
  ['8 p.m. on tuesday', '2026-11-24T20:00'],
  ['6:30 pm tomorrow', '2026-11-23T18:30'],
  ['18:30, 24.12.', '2026-12-24T18:30'],
  ['8 p.m.', '2026-11-23T20:00'],
  ['8p.m.', '2026-11-23T20:00'],
  ['20.30 Tue', '2026-11-24T20:30'],
])('a session of Monday at 19:00 moved to “%s” is at %s', (typed, wall) => {
  expect(readNewTime(typed, monday, sunday)).toBe(wall);
});

test.each([
  '',
  '20',
  'Tue',
  'noon',
  '25:00',
  '19:60',
  'foo 20:00',
  '2026-02-30 19:00',
  '3/4/2027 19:00',
  'next week',
  '13pm',
])('“%s” is no time to move to', typed => {
  expect(readNewTime(typed, monday, sunday)).toBeUndefined();
});

test('a weekday of the session’s week that is over means the next such day', () => {
  const thursday = Temporal.PlainDateTime.from('2026-11-26T20:00');
  const today = Temporal.PlainDate.from('2026-11-25');
  expect(readNewTime('Tue 20:00', thursday, today)).toBe('2026-12-01T20:00');
  expect(readNewTime('Fri 20:00', thursday, today)).toBe('2026-11-27T20:00');
});

test('days are read by name, in the order of the week, or several at once', () => {
  expect(readWeekdays('wednesday and Mon')).toEqual(['Monday', 'Wednesday']);
  expect(readWeekdays('Tue, Tuesdays/thu')).toEqual(['Tuesday', 'Thursday']);
  expect(readWeekdays('weekends')).toEqual(['Saturday', 'Sunday']);
  expect(readWeekdays('daily')).toHaveLength(7);
  expect(readWeekdays('Every day')).toHaveLength(7);
  expect(readWeekdays('Mon-Wed')).toEqual(['Monday', 'Tuesday', 'Wednesday']);
  expect(readWeekdays('monday to tuesday, Thu')).toEqual(['Monday', 'Tuesday', 'Thursday']);
  expect(readWeekdays('Sat – Mon')).toEqual(['Monday', 'Saturday', 'Sunday']);
  for (const typed of ['', 'Mo', 'Monday or never', 'Mon-', 'every', 'Mon-Wed-Fri'])
    expect(readWeekdays(typed)).toBeUndefined();
});

test('a clock is read with a colon, a dot, or am and pm', () => {
  const shown = (typed: string) => readClock(typed)?.toString({ smallestUnit: 'minute' });
  expect(['19:00', '9.30', '12am', '12:15 PM', '7pm'].map(shown)).toEqual([
    '19:00',
    '09:30',
    '00:00',
    '12:15',
    '19:00',
  ]);
});
