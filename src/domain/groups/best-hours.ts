/** Hours of the day at which most of a group are awake: from their zones alone, and of five members or more. */

/** Of fewer, one could guess where somebody is: neither known nor awake. */
const fewestZones = 5;

/** Waking hours, by one's own clock. */
const [wakes, sleeps] = [8, 22];
const weeksAhead = 4;
const mostSpans = 3;

/** Whole hours, by the group's clock: a session of an hour that begins from `from` on and ends by `until`. */
export interface HourSpan {
  /** "17:00" */
  readonly from: string;
  /** "20:00"; "24:00" at the day's end. */
  readonly until: string;
  readonly awake: number;
}

export type BestHours =
  | { readonly kind: 'too-few'; readonly missing: number }
  | {
      readonly kind: 'hours';
      readonly zone: string;
      /** Of how many members the zone is known. */
      readonly known: number;
      /** Most awake first, then the longest. */
      readonly best: readonly HourSpan[];
    };

/** @param memberZones of each member who named one. @param zone the group's own. */
export function bestHours(memberZones: readonly string[], zone: string, now: Temporal.Instant): BestHours {
  if (memberZones.length < fewestZones) return { kind: 'too-few', missing: fewestZones - memberZones.length };
  const counted = Map.groupBy(memberZones, one => one);
  const awake = new Array<number>(24).fill(memberZones.length);
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  // By the worst day of the weeks ahead: when clocks change, they don't everywhere at once.
  for (let day = 0; day < weeksAhead * 7; day++) {
    const noon = today.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
    const ahead = [...counted].map(([one, { length }]) => ({ minutes: minutesAhead(noon, one), length }));
    for (let wall = 0; wall < 24; wall++) awake[wall] = Math.min(awake[wall] ?? 0, awakeAt(wall, ahead));
  }
  return { kind: 'hours', zone, known: memberZones.length, best: spans(awake) };
}

function minutesAhead(at: Temporal.ZonedDateTime, zone: string): number {
  return (at.withTimeZone(zone).offsetNanoseconds - at.offsetNanoseconds) / 60e9;
}

/** Awake for the whole hour. @param ahead of the group's clock, and how many members are */
function awakeAt(wall: number, ahead: readonly { readonly minutes: number; readonly length: number }[]): number {
  let count = 0;
  for (const { minutes, length } of ahead) {
    const there = (wall * 60 + minutes + 2 * 24 * 60) % (24 * 60);
    if (there >= wakes * 60 && there + 60 <= sleeps * 60) count += length;
  }
  return count;
}

/** Neighbouring hours with the same count are one. */
function spans(awake: readonly number[]): readonly HourSpan[] {
  const found: { from: number; until: number; awake: number }[] = [];
  for (const [wall, count] of awake.entries()) {
    const last = found.at(-1);
    if (last?.awake === count) last.until = wall + 1;
    else found.push({ from: wall, until: wall + 1, awake: count });
  }
  return found
    .filter(span => span.awake >= fewestZones)
    .toSorted((a, b) => b.awake - a.awake || b.until - b.from - (a.until - a.from) || a.from - b.from)
    .slice(0, mostSpans)
    .map(span => ({ ...span, from: clock(span.from), until: clock(span.until) }));
}

const clock = (wall: number) => `${String(wall).padStart(2, '0')}:00`;
