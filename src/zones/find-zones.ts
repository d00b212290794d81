/** Time zones by what somebody types: a city, a country, a zone's name, an abbreviation, what the clock is ahead of UTC. */
import { findNamed, fold, nearest, search } from '../domain/search.ts';
import type { ZoneMatch } from '../domain/zone-match.ts';
import { cityOf, type KnownZone, knownZones } from './known-zones.ts';

/** Discord shows at most 25. */
const limit = 25;

/** Best first; nothing typed: those most people look for. An abbreviation finds the cities that use it, never an offset. */
export function findZones(typed: string, now: Temporal.Instant): readonly ZoneMatch[] {
  const index = knownZones();
  const offset = offsetIn(typed);
  if (offset !== undefined) return first(zonesAt(offset, now), typed, now);
  if (fold(typed) === '')
    return first(
      index.entries.map(({ value }) => value),
      typed,
      now,
    );
  return first(search(index, typed, limit), typed, now);
}

/**
 * The zone that alone goes by what was typed: "Berlin", "Frankfurt" for Frankfurt am Main. Never by a typing error or the
 * beginning of a word: Roma is no Romania. Nor by two letters: LA is Laos as well as a city.
 */
export function soleZone(typed: string): string | undefined {
  const [only, ...others] = fold(typed).length < 3 ? [] : findNamed(knownZones(), typed);
  return others.length === 0 ? only?.id : undefined;
}

/** Those somebody may have meant who typed what is no zone. */
export function nearestZones(typed: string, now: Temporal.Instant, most: number): readonly ZoneMatch[] {
  const found = findZones(typed, now);
  return found.length > 0
    ? found.slice(0, most)
    : nearest(knownZones(), typed, most).map(zone => matchOf(zone, typed, now));
}

/** The zone as members recognise it. */
export function describeZone(zone: string, now: Temporal.Instant): ZoneMatch {
  const known = knownZones().entries.find(({ value }) => value.id === zone)?.value;
  return known
    ? matchOf(known, '', now)
    : { zone, city: cityOf(zone), country: '', name: '', clock: clockIn(zone, now) };
}

function first(zones: readonly KnownZone[], typed: string, now: Temporal.Instant): readonly ZoneMatch[] {
  return zones.slice(0, limit).map(zone => matchOf(zone, typed, now));
}

/** Called by the city that was typed, where it lies in the zone. */
function matchOf({ id, title, cities, country, name }: KnownZone, typed: string, now: Temporal.Instant): ZoneMatch {
  const query = fold(typed);
  const isMeant = (city: string) => query !== '' && fold(city).startsWith(query);
  const city = (isMeant(title) ? undefined : cities.find(isMeant)) ?? title;
  return { zone: id, city, country, name, clock: clockIn(id, now) };
}

function clockIn(zone: string, now: Temporal.Instant): Temporal.PlainDateTime {
  return now.toZonedDateTimeISO(zone).toPlainDateTime();
}

/** "+2", "UTC-5", "GMT+05:30" → minutes ahead of UTC. */
function offsetIn(typed: string): number | undefined {
  const found = /^(?:utc|gmt)?\s*([+\-−])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(typed.trim());
  if (!found) return undefined;
  const minutes = Number(found[2]) * 60 + Number(found[3] ?? 0);
  return found[1] === '+' ? minutes : -minutes;
}

/** Whose clocks are so far ahead now. */
function zonesAt(minutes: number, now: Temporal.Instant): readonly KnownZone[] {
  return knownZones()
    .entries.map(({ value }) => value)
    .filter(({ id }) => now.toZonedDateTimeISO(id).offsetNanoseconds === minutes * 60e9);
}
