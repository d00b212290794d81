/** A time as somebody types it: for a session "20:00", "Tue 20:00" or "2026-12-01 19:00", for a group "Mon and Wed" at "7pm". */
import { type Weekday, weekdays } from '../community.ts';
import { readDate } from './resting.ts';

/** "Tue 20:00", and "20:00 on Tue". */
const dayFirst = /^(.*?)[\s,]*(\d{1,2}(?:[:.h]\d{2}|[:.h]\d{2}\s*[ap]m|\s*[ap]m))$/i;
const clockFirst = /^(\d{1,2}(?:[:.h]\d{2}\s*[ap]m|[:.h]\d{2}|\s*[ap]m))[\s,]+(?:on\s+)?(.+)$/i;

/**
 * @param from the session's own date and time, which a time alone keeps the date of. A weekday is one of the same week, or
 * the next such day where that is over.
 * @param today in the session's zone.
 * @returns a wall time, "2026-12-01T19:00"; undefined: not understood.
 */
export function readNewTime(
  typed: string,
  from: Temporal.PlainDateTime,
  today: Temporal.PlainDate,
): string | undefined {
  const text = typed
    .trim()
    .replace(/(\d)T(?=\d)/, '$1 ')
    .replace(/(?<=\b|\d)([ap])\.\s?m\.?(?=\s|,|$)/i, '$1m')
    .replace(/\bat\b/i, ' ');
  const inOrder = dayFirst.test(text) ? text : text.replace(clockFirst, '$2 $1');
  const [, day = '', clock = ''] = dayFirst.exec(inOrder) ?? [];
  const time = readClock(clock);
  const date = day.trim() === '' ? from.toPlainDate() : readDay(day, from.toPlainDate(), today);
  return time && date ? date.toPlainDateTime(time).toString({ smallestUnit: 'minute' }) : undefined;
}

function readDay(typed: string, from: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const isCountedFromToday = /today|tomorrow|day|week|month/i.test(typed) && !readWeekday(typed);
  const monday = from.subtract({ days: from.dayOfWeek - 1 });
  const isWeekOver = Temporal.PlainDate.compare(monday, today) < 0;
  return readDate(typed, isCountedFromToday || isWeekOver ? today : monday);
}

/** "19:00", "19.00", "9:30", "7pm", "7:30 pm". */
export function readClock(typed: string): Temporal.PlainTime | undefined {
  const found = /^(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm)?$/.exec(typed.trim().toLowerCase());
  if (!found) return undefined;
  const [, hourText = '', minuteText, half] = found;
  // "19" alone could be a day.
  if (minuteText === undefined && half === undefined) return undefined;
  const hour = Number(hourText);
  if (half && (hour < 1 || hour > 12)) return undefined;
  const shifted = half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0);
  const minute = Number(minuteText ?? 0);
  return shifted > 23 || minute > 59 ? undefined : new Temporal.PlainTime(shifted, minute);
}

/** "tue", "Tuesdays": three letters are enough. */
function readWeekday(typed: string): Weekday | undefined {
  const word = typed.trim().toLowerCase();
  return word.length < 3 ? undefined : weekdays.find(day => `${day.toLowerCase()}s`.startsWith(word));
}

const several: Readonly<Record<string, readonly Weekday[]>> = {
  daily: weekdays,
  weekdays: weekdays.slice(0, 5),
  weekends: weekdays.slice(5),
};

/** "Mon to Thu" in one word, "mon-thu", also across the week's end. */
function readSpan(word: string): readonly Weekday[] | undefined {
  const [first, last, ...more] = word.split(/[-–]/).map(readWeekday);
  if (!first || !last || more.length > 0) return undefined;
  const [from, until] = [weekdays.indexOf(first), weekdays.indexOf(last)];
  return from <= until ? weekdays.slice(from, until + 1) : [...weekdays.slice(from), ...weekdays.slice(0, until + 1)];
}

/** "Mon, Wed", "monday and wednesday", "Mon-Thu", "weekdays", "every day"; in the order of the week. Undefined where a word is no day. */
export function readWeekdays(typed: string): readonly Weekday[] | undefined {
  const words = typed
    .toLowerCase()
    .replace(/\bevery ?day\b/g, 'daily')
    .replace(/\s*[-–]\s*|\s+(?:to|until|through)\s+/g, '-')
    .split(/[\s,;&+/]+|\band\b/)
    .filter(Boolean);
  const found = words.map(word => {
    const day = readWeekday(word);
    return several[word] ?? (day ? [day] : readSpan(word));
  });
  if (found.length === 0 || found.includes(undefined)) return undefined;
  const days = new Set(found.flatMap(some => some ?? []));
  return weekdays.filter(day => days.has(day));
}
