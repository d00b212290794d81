/** What daylight saving does to a group's times, in words. */
import { type ClockChange, inUtc } from '../../domain/groups/clock-change.ts';
import { zoneName } from './when.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "The clocks in Europe/Berlin go forward on 28 March: 19:00 stays 19:00, one hour earlier in UTC (17:00 instead of 18:00)." */
export function clockWords(change: ClockChange, wall: string): string {
  const { zone, date, minutes } = change;
  const day = Temporal.PlainDate.from(date);
  const { before, after } = inUtc(wall, change);
  const forward = minutes > 0;
  return `🕰️ The clocks in ${zoneName(zone)} go ${forward ? 'forward' : 'back'} on ${day.day} ${months[day.month - 1]}: ${wall} stays ${wall}, ${spanWords(Math.abs(minutes))} ${forward ? 'earlier' : 'later'} in UTC (${after} instead of ${before}).`;
}

function spanWords(minutes: number): string {
  if (minutes === 60) return 'one hour';
  return minutes % 60 === 0 ? `${minutes / 60} hours` : `${minutes} minutes`;
}
