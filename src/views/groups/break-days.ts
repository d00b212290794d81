/** The days of a holiday or pause: "from Mon 21 Dec to Fri 1 Jan", "on Thu 24 Dec", "from Mon 21 Dec on". */
import { shortDate } from '../../domain/groups/naming.ts';
import type { Break } from '../../domain/groups/session.ts';

export function daysWords({ from, until }: Pick<Break, 'from' | 'until'>): string {
  if (until === undefined) return `from ${dayOf(from)} on`;
  return from === until ? `on ${dayOf(from)}` : `from ${dayOf(from)} to ${dayOf(until)}`;
}

function dayOf(date: string): string {
  return shortDate(Temporal.PlainDate.from(date));
}
