/** Points in time in the reader's own zone and language, in the styles of Discord's timestamps. */
import { now as playgroundNow } from './clock.js';

const styles = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

export function formatTime(millis, style, { now = playgroundNow(), locale } = {}) {
  if (style === 'R') return relative(Math.round((millis - now) / 1000), locale);
  return new Intl.DateTimeFormat(locale, styles[style] ?? styles.f).format(millis);
}

function relative(seconds, locale) {
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  // As Discord does: rounded, and never "tomorrow", which 47 hours from now is not.
  return new Intl.RelativeTimeFormat(locale).format(Math.round(seconds / size), unit);
}

/** The time beside a message: "Today at 19:00" in the reader's words. */
export function formatPosted(millis, { now = playgroundNow(), locale } = {}) {
  const days = Math.round((startOfDay(millis) - startOfDay(now)) / 86_400_000);
  const time = formatTime(millis, 't', { locale });
  if (days < -1 || days > 1) return formatTime(millis, 's', { locale });
  const day = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
  return `${day[0].toLocaleUpperCase()}${day.slice(1)}, ${time}`;
}

const startOfDay = millis => new Date(millis).setHours(0, 0, 0, 0);

export const isSameDay = (a, b) => startOfDay(postedAt(a)) === startOfDay(postedAt(b));

/** The moment a message was posted is part of its id. */
export const postedAt = message => Date.parse(message.timestamp);
