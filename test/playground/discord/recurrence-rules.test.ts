import { describe, expect, test } from 'vitest';
import { inHours, organised, wrongFields } from './an-organiser.ts';

const start = inHours(1).toString();
const [yearly, monthly, weekly, daily] = [0, 1, 2, 3];
const tuesday = 1;

describe('recurrence rules', () => {
  test.each([
    ['every day', { frequency: daily, interval: 1 }],
    ['Monday to Friday', { frequency: daily, interval: 1, by_weekday: [0, 1, 2, 3, 4] }],
    ['Tuesday to Saturday', { frequency: daily, interval: 1, by_weekday: [1, 2, 3, 4, 5] }],
    ['Sunday to Thursday', { frequency: daily, interval: 1, by_weekday: [6, 0, 1, 2, 3] }],
    ['Friday and Saturday', { frequency: daily, interval: 1, by_weekday: [4, 5] }],
    ['Saturday and Sunday', { frequency: daily, interval: 1, by_weekday: [5, 6] }],
    ['Sunday and Monday', { frequency: daily, interval: 1, by_weekday: [6, 0] }],
    ['every Tuesday', { frequency: weekly, interval: 1, by_weekday: [tuesday] }],
    ['every other Tuesday', { frequency: weekly, interval: 2, by_weekday: [tuesday] }],
    ['the fourth Wednesday', { frequency: monthly, interval: 1, by_n_weekday: [{ n: 4, day: 2 }] }],
    ['the last Friday', { frequency: monthly, interval: 1, by_n_weekday: [{ n: 5, day: 4 }] }],
    ['every 24th of July', { frequency: yearly, interval: 1, by_month: [7], by_month_day: [24] }],
    ['every 29th of February', { frequency: yearly, interval: 1, by_month: [2], by_month_day: [29] }],
  ])('%s is legal', async (_, rule) => {
    const { schedules, discord } = await organised();
    const event = await schedules({ recurrence_rule: { start, ...rule } });
    expect(event.recurrence_rule).toEqual({
      start: '2026-03-03T13:00:00.000Z',
      end: null,
      by_weekday: null,
      by_n_weekday: null,
      by_month: null,
      by_month_day: null,
      by_year_day: null,
      count: null,
      ...rule,
    });
    discord.assertNoViolations();
  });

  test.each([
    ['an end', { frequency: daily, end: inHours(99).toString() }, 'end RECURRENCE_RULE_FIELD_NOT_SETTABLE'],
    ['ten sessions', { frequency: daily, count: 10 }, 'count RECURRENCE_RULE_FIELD_NOT_SETTABLE'],
    [
      'days of the year',
      { frequency: yearly, by_month: [7], by_month_day: [24], by_year_day: [3] },
      'by_year_day RECURRENCE_RULE_FIELD_NOT_SETTABLE',
    ],
    ['Tuesday and Thursday', { frequency: daily, by_weekday: [1, 3] }, 'by_weekday RECURRENCE_RULE_WEEKDAYS_INVALID'],
    ['daily on one weekday', { frequency: daily, by_weekday: [1] }, 'by_weekday RECURRENCE_RULE_WEEKDAYS_INVALID'],
    ['daily on no weekday', { frequency: daily, by_weekday: [] }, 'by_weekday RECURRENCE_RULE_WEEKDAYS_INVALID'],
    [
      'daily on all seven',
      { frequency: daily, by_weekday: [0, 1, 2, 3, 4, 5, 6] },
      'by_weekday RECURRENCE_RULE_WEEKDAYS_INVALID',
    ],
    ['every other day', { frequency: daily, interval: 2 }, 'interval RECURRENCE_RULE_INTERVAL_INVALID'],
    ['weekly on two weekdays', { frequency: weekly, by_weekday: [1, 3] }, 'by_weekday BASE_TYPE_BAD_LENGTH'],
    ['weekly without a weekday', { frequency: weekly }, 'by_weekday BASE_TYPE_BAD_LENGTH'],
    [
      'every third week',
      { frequency: weekly, interval: 3, by_weekday: [1] },
      'interval RECURRENCE_RULE_INTERVAL_INVALID',
    ],
    [
      'every zeroth week',
      { frequency: weekly, interval: 0, by_weekday: [1] },
      'interval RECURRENCE_RULE_INTERVAL_INVALID',
    ],
    ['monthly without a weekday', { frequency: monthly }, 'by_n_weekday BASE_TYPE_BAD_LENGTH'],
    [
      'monthly on two weekdays',
      {
        frequency: monthly,
        by_n_weekday: [
          { n: 1, day: 1 },
          { n: 3, day: 1 },
        ],
      },
      'by_n_weekday BASE_TYPE_BAD_LENGTH',
    ],
    [
      'every other month',
      { frequency: monthly, interval: 2, by_n_weekday: [{ n: 1, day: 1 }] },
      'interval RECURRENCE_RULE_INTERVAL_INVALID',
    ],
    [
      'the 15th of the month',
      { frequency: monthly, by_n_weekday: [{ n: 1, day: 1 }], by_month_day: [15] },
      'by_month_day RECURRENCE_RULE_FIELD_MISPLACED',
    ],
    [
      'monthly with weekdays',
      { frequency: monthly, by_n_weekday: [{ n: 1, day: 1 }], by_weekday: [1] },
      'by_weekday RECURRENCE_RULE_FIELD_MISPLACED',
    ],
    [
      'weekly with weekdays of the month',
      { frequency: weekly, by_weekday: [1], by_n_weekday: [{ n: 1, day: 1 }] },
      'by_n_weekday RECURRENCE_RULE_FIELD_MISPLACED',
    ],
    [
      'weekly in a month',
      { frequency: weekly, by_weekday: [1], by_month: [7] },
      'by_month RECURRENCE_RULE_FIELD_MISPLACED',
    ],
    ['yearly without a day', { frequency: yearly, by_month: [7] }, 'by_month_day BASE_TYPE_BAD_LENGTH'],
    ['yearly without a month', { frequency: yearly, by_month_day: [24] }, 'by_month BASE_TYPE_BAD_LENGTH'],
    [
      'yearly on two days',
      { frequency: yearly, by_month: [7], by_month_day: [24, 25] },
      'by_month_day BASE_TYPE_BAD_LENGTH',
    ],
    [
      'yearly in two months',
      { frequency: yearly, by_month: [7, 8], by_month_day: [24] },
      'by_month BASE_TYPE_BAD_LENGTH',
    ],
    [
      'every other year',
      { frequency: yearly, interval: 2, by_month: [7], by_month_day: [24] },
      'interval RECURRENCE_RULE_INTERVAL_INVALID',
    ],
    [
      'the 30th of February',
      { frequency: yearly, by_month: [2], by_month_day: [30] },
      'by_month_day RECURRENCE_RULE_NEVER',
    ],
    ['the sixth Friday', { frequency: monthly, by_n_weekday: [{ n: 6, day: 4 }] }, 'by_n_weekday.0.n NUMBER_TYPE_MAX'],
  ])('%s is not', async (_, rule, expected) => {
    const { schedules, discord } = await organised();
    const wrong = await wrongFields(schedules({ recurrence_rule: { start, ...rule } }));
    expect(wrong).toEqual([`recurrence_rule.${expected}`]);
    expect(discord.violations.map(({ path }) => path)).toEqual(wrong.map(line => line.split(' ')[0]));
  });

  test('they hold for changes too', async () => {
    const { schedules, changes } = await organised();
    const event = await schedules();
    const rule = { start, frequency: daily, by_weekday: [1, 3] };
    expect(await wrongFields(changes(event, { recurrence_rule: rule }))).toEqual([
      'recurrence_rule.by_weekday RECURRENCE_RULE_WEEKDAYS_INVALID',
    ]);
  });
});
