/** Which recurrence rules Discord accepts: far fewer than its schema can say. The codes of single fields are not published. */
import { nextOccurrence } from '../state/scheduled-events/recurrence.ts';
import type { RecurrenceRecord } from '../state/scheduled-events/scheduled-event-record.ts';
import { epochMillis } from './dates.ts';
import type { Collector } from './issues.ts';

/** As in a request. */
export interface RecurrenceBody {
  readonly start: string;
  readonly end?: string | null;
  readonly frequency: 0 | 1 | 2 | 3;
  readonly interval?: number | null;
  readonly by_weekday?: readonly number[] | null;
  readonly by_n_weekday?: readonly { readonly n: number; readonly day: number }[] | null;
  readonly by_month?: readonly number[] | null;
  readonly by_month_day?: readonly number[] | null;
  readonly by_year_day?: readonly number[] | null;
  readonly count?: number | null;
}

type Field = keyof RecurrenceBody;

const weekly = 2;
/** Monday to Friday, Tuesday to Saturday, Sunday to Thursday, and the three weekends. */
const sets = ['0,1,2,3,4', '1,2,3,4,5', '0,1,2,3,6', '4,5', '5,6', '0,6'];
const names = ['yearly', 'monthly', 'weekly', 'daily'] as const;
/** Which lists go with which frequency. */
const lists: Readonly<Record<number, readonly Field[]>> = {
  0: ['by_month', 'by_month_day'],
  1: ['by_n_weekday'],
  2: ['by_weekday'],
  3: ['by_weekday'],
};
const onlyOne: Readonly<Partial<Record<Field, string>>> = {
  by_n_weekday: 'weekday of the month',
  by_month: 'month',
  by_month_day: 'day of the month',
};

export function checkRecurrence(rule: RecurrenceBody, found: Collector): void {
  let fine = true;
  const refuse = (field: Field, code: string, message: string) => {
    fine = false;
    found.add(['recurrence_rule', field], code, message);
  };
  for (const field of ['end', 'count', 'by_year_day'] as const)
    if (rule[field] != null) refuse(field, 'RECURRENCE_RULE_FIELD_NOT_SETTABLE', 'This field cannot be set.');
  const interval = rule.interval ?? 1;
  const longest = rule.frequency === weekly ? 2 : 1;
  if (interval < 1 || interval > longest)
    refuse('interval', 'RECURRENCE_RULE_INTERVAL_INVALID', `A ${names[rule.frequency]} rule allows 1 to ${longest}.`);
  const fitting = lists[rule.frequency] ?? [];
  for (const field of ['by_weekday', 'by_n_weekday', 'by_month', 'by_month_day'] as const) {
    const list = rule[field];
    if (fitting.includes(field)) checkList(rule, field, list, refuse);
    else if (list != null)
      refuse(field, 'RECURRENCE_RULE_FIELD_MISPLACED', `Not valid in a ${names[rule.frequency]} rule.`);
  }
  if (fine && nextOccurrence(recurrenceOf(rule), epochMillis(rule.start) - 1) === undefined)
    refuse('by_month_day', 'RECURRENCE_RULE_NEVER', 'There is no such date.');
}

function checkList(
  rule: RecurrenceBody,
  field: Field,
  list: readonly unknown[] | null | undefined,
  refuse: (field: Field, code: string, message: string) => void,
): void {
  if (field !== 'by_weekday') {
    if (list?.length !== 1) refuse(field, 'BASE_TYPE_BAD_LENGTH', `Exactly one ${onlyOne[field]} is needed.`);
  } else if (rule.frequency === weekly) {
    if (list?.length !== 1) refuse(field, 'BASE_TYPE_BAD_LENGTH', 'A weekly rule has exactly one weekday.');
  } else if (list != null && !sets.includes([...list].sort().join()))
    refuse(field, 'RECURRENCE_RULE_WEEKDAYS_INVALID', 'Only the known sets of weekdays are allowed.');
}

export function recurrenceOf(rule: RecurrenceBody): RecurrenceRecord {
  return {
    start: epochMillis(rule.start),
    frequency: rule.frequency,
    interval: rule.interval ?? 1,
    byWeekday: rule.by_weekday ?? null,
    byNWeekday: rule.by_n_weekday ?? null,
    byMonth: rule.by_month ?? null,
    byMonthDay: rule.by_month_day ?? null,
  };
}
