/** How figures, spans and instants read. */
import type { Span } from '../domain/curriculum.ts';
import type { HoursLeft, PathProgress } from '../domain/progress.ts';
import type { Locale } from './locale.ts';

const cells = 10;

/** Ten cells; the last fills only at 100 %, the first as soon as anything is done. */
export function bar(percent: number): string {
  const filled = percent === 0 ? 0 : Math.min(cells, Math.max(1, Math.floor((percent * cells) / 100)));
  return '▰'.repeat(filled) + '▱'.repeat(cells - filled);
}

/** A formatter takes a hundred times longer to make than to use. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: Locale, style: 'decimal' | 'percent'): Intl.NumberFormat {
  const key = `${locale} ${style}`;
  const known = formatters.get(key) ?? new Intl.NumberFormat(locale, { style });
  formatters.set(key, known);
  return known;
}

export function percentage(percent: number, locale: Locale): string {
  return formatter(locale, 'percent').format(percent / 100);
}

export function count(n: number, one: string, many: string, locale: Locale): string {
  return `${formatter(locale, 'decimal').format(n)} ${n === 1 ? one : many}`;
}

/** "3–4", "8". */
export function span({ min, max }: Span): string {
  return min === max ? String(min) : `${min}–${max}`;
}

export function hours(of: Span | undefined): string | undefined {
  return of && `${span(of)} h`;
}

/** "about 24–31 h left · 8 items not estimated"; undefined where nothing has a figure. */
export function hoursAhead({ span: ahead, unestimated }: HoursLeft, locale: Locale): string | undefined {
  if (ahead.max === 0) return undefined;
  const gap = unestimated > 0 ? ` · ${count(unestimated, 'item', 'items', locale)} not estimated` : '';
  return `about ${span(ahead)} h left${gap}`;
}

/** "▰▰▱▱▱▱▱▱▱▱ 24% · 6 of 25". */
export function progressLine(progress: PathProgress, locale: Locale): string {
  return `${bar(progress.percent)} ${percentage(progress.percent, locale)} · ${progress.done} of ${progress.total}`;
}

const timestampStyles = { date: 'D', short: 'd', ago: 'R', full: 'f', weekday: 'F', time: 't' } as const;

/** Discord shows it in each reader's own zone and language. */
export function timestamp(at: Temporal.Instant, style: keyof typeof timestampStyles): string {
  return `<t:${Math.floor(at.epochMilliseconds / 1000)}:${timestampStyles[style]}>`;
}
