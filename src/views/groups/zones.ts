/** Time zones as people recognise them: by city, and by what the clock shows there. */
import { weekdays } from '../../domain/community.ts';
import type { ZoneMatch } from '../../domain/zone-match.ts';
import { clipped, escaped } from '../text.ts';
import { shortDay } from './when.ts';

/** "Sun 06:05". */
function clockOf({ clock }: ZoneMatch): string {
  const day = shortDay(weekdays[clock.dayOfWeek - 1] ?? 'Monday');
  return `${day} ${clock.toPlainTime().toString({ smallestUnit: 'minute' })}`;
}

/** "New York, United States". */
export function placeOf({ city, country }: ZoneMatch): string {
  return country === '' || country === city ? city : `${city}, ${country}`;
}

/** "**Berlin, Germany** (Europe/Berlin), where it is Sun 13:05". */
export function zoneLine(match: ZoneMatch): string {
  const place = placeOf(match);
  const name = match.zone === place ? '' : ` (${escaped(match.zone.replaceAll('_', ' '))})`;
  return `**${escaped(place)}**${name}, where it is ${clockOf(match)}`;
}

/** What autocompletion offers. */
export function zoneChoices(
  matches: readonly ZoneMatch[],
): readonly { readonly name: string; readonly value: string }[] {
  return matches.map(match => ({
    name: clipped([placeOf(match), clockOf(match), match.name].filter(Boolean).join(' · '), 100),
    value: match.zone,
  }));
}

/** The same for a select. */
export function zoneOptions(
  matches: readonly ZoneMatch[],
): readonly { readonly label: string; readonly value: string; readonly description: string }[] {
  return matches.map(match => ({
    label: clipped(placeOf(match), 100),
    value: match.zone,
    description: clipped([`now ${clockOf(match)}`, match.name].filter(Boolean).join(' · '), 100),
  }));
}

/** What was wrong with a zone that is none. */
export function notAZone(asked: string): string {
  const typed = escaped(clipped(asked.trim(), 60));
  if (typed === '') return 'Which city? A zone is named by one, such as Europe/Berlin.';
  if (/^(?:etc\/)?(?:utc|gmt)?\s*[+\-−]?\d/i.test(asked.trim()) || /^etc\//i.test(asked.trim()))
    return `“${typed}” is a fixed offset: it would be wrong as soon as the clocks change. Pick a city whose clocks you mean.`;
  if (/^[a-z]{2,5}(?:\d[a-z]{0,4})?$/i.test(asked.trim()))
    return `“${typed}” does not say which place is meant: cities that share it change their clocks on different days, or not at all. Pick one.`;
  return `I know no time zone called “${typed}”. Type a city or a country, and pick one of what is offered.`;
}
