/** Reads when study groups and office hours meet: weekdays, a time on the wall, a zone. */
import { isScalar } from 'yaml';
import { type Meeting, weekdays } from '../domain/community.ts';
import { didYouMean } from './did-you-mean.ts';
import { readFields, readList } from './fields.ts';
import { lineOf, type Report } from './problem.ts';
import { readChoice, readCount, readText } from './scalars.ts';
import type { Value } from './yaml.ts';

const keys = { required: ['days', 'at', 'minutes'], optional: ['zone'] };
/** A session longer than this would run into the next one's reminders. */
const longestMinutes = 8 * 60;

export function readMeetings(value: Value | undefined, report: Report): readonly Meeting[] {
  const read = readList(value, report).map(entry => ({ entry, meeting: readMeeting(entry, report) }));
  checkOnce(read, report);
  return read.map(({ meeting }) => meeting);
}

/** Day and time name a session for good; a zone does not belong to its name. */
function checkOnce(read: readonly { readonly entry: Value; readonly meeting: Meeting }[], report: Report): void {
  const taken = new Map<string, Value>();
  for (const { entry, meeting } of read) {
    for (const day of meeting.at === '' ? [] : meeting.days) {
      const first = taken.get(`${day} ${meeting.at}`);
      if (first)
        report(
          'meetingOnce',
          entry,
          `The group meets on ${day} at ${meeting.at} by line ${lineOf(first)} already, and one group never meets twice at the same time of day, not even in two zones. Change the time, or make it two groups.`,
        );
      else taken.set(`${day} ${meeting.at}`, entry);
    }
  }
}

function readMeeting(value: Value, report: Report): Meeting {
  const fields = readFields(value, keys, report);
  const zone = readZone(fields.get('zone'), report);
  return {
    days: readDays(fields.get('days'), report),
    at: readTime(fields.get('at'), report),
    minutes: readMinutes(fields.get('minutes'), report),
    ...(zone === undefined ? {} : { zone }),
  };
}

function readDays(value: Value | undefined, report: Report): Meeting['days'] {
  const listed = readList(value, report).map(entry => ({ entry, day: readChoice(entry, weekdays, report) }));
  for (const [index, { entry, day }] of listed.entries())
    if (day && listed.findIndex(other => other.day === day) < index)
      report('time', entry, `"${day}" is listed twice. For two meetings on one day write two entries.`);
  return weekdays.filter(weekday => listed.some(({ day }) => day === weekday));
}

function readTime(value: Value | undefined, report: Report): string {
  if (!value) return '';
  // Unquoted, YAML may take a time for a number.
  const text = isScalar(value.node) ? String(value.node.value) : readText(value, report);
  if (text !== '' && !/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text))
    report('time', value, `"${text}" is no time of day. Write hours and minutes from "00:00" to "23:59", in quotes.`);
  return text;
}

function readMinutes(value: Value | undefined, report: Report): number {
  const minutes = readCount(value, report);
  if (value && minutes > longestMinutes)
    report('time', value, `A meeting lasts at most ${longestMinutes} minutes, not ${minutes}. Shorten it.`);
  return minutes;
}

function readZone(value: Value | undefined, report: Report): string | undefined {
  if (!value) return undefined;
  const zone = readText(value, report);
  if (zone !== '' && !isZone(zone)) report('zone', value, `"${zone}" is no time zone.${advice(zone)}`);
  return zone;
}

/** Offsets such as +02:00 and Etc/GMT-2 are none: they don't know about daylight saving, and neither does EST. */
function isZone(zone: string): boolean {
  if (zone !== 'UTC' && (!zone.includes('/') || zone.startsWith('Etc/'))) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId === zone;
  } catch {
    return false;
  }
}

function advice(zone: string): string {
  const known = Intl.supportedValuesOf('timeZone');
  const city = known.find(name => name.toLowerCase().endsWith(`/${zone.toLowerCase().replaceAll(' ', '_')}`));
  if (city) return ` Did you mean "${city}"?`;
  return didYouMean(zone, known) || ' Write an IANA name such as Europe/Berlin.';
}
