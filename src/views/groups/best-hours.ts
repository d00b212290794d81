/** At which hours most members of a group are awake: figures only, and never who. */
import type { BestHours } from '../../domain/groups/best-hours.ts';
import { count } from '../figures.ts';
import type { Locale } from '../locale.ts';
import { zoneName } from './when.ts';

export function bestHoursLines(hours: BestHours, locale: Locale): readonly string[] {
  if (hours.kind === 'too-few')
    return [
      `🕰️ Best hours: I can tell once ${count(hours.missing, 'more member has', 'more members have', locale)} set a zone with \`/me timezone\`.`,
    ];
  const { zone, known, best } = hours;
  if (best.length === 0)
    return [`🕰️ Best hours: of the ${known} who named a zone, no five are awake together in every week.`];
  return [
    `🕰️ **Best hours** in ${zoneName(zone)}, when it is 8 to 22 o’clock for members:`,
    ...best.map(
      ({ from, until, awake }) => `- ${from}–${until}: ${awake === known ? `all ${known}` : `${awake} of ${known}`}`,
    ),
    '-# From the zones members named, for the next four weeks. I never say whose.',
  ];
}
