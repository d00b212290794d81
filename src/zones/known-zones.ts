/** Every time zone with what people call it: city, country, abbreviations. One entry however many names a zone has. */
import { type RawTimeZone, rawTimeZones } from '@vvo/tzdb';
import { buildIndex, type Searchable, type SearchIndex } from '../domain/search.ts';
import { citiesWithoutZone, countriesToo, prominent, shortNames } from './other-names.ts';

export interface KnownZone extends Searchable {
  /** IANA name. */
  readonly id: string;
  /** The city it is named after. */
  readonly title: string;
  readonly aliases: readonly string[];
  readonly cities: readonly string[];
  readonly country: string;
  /** "Eastern Time" */
  readonly name: string;
}

const utc: KnownZone = {
  id: 'UTC',
  title: 'UTC',
  aliases: ['GMT', 'Coordinated Universal Time', 'Universal Time', 'Zulu'],
  cities: [],
  country: '',
  name: 'Coordinated Universal Time',
};

let index: SearchIndex<KnownZone> | undefined;

/** The best known first. Made when somebody first asks. */
export function knownZones(): SearchIndex<KnownZone> {
  index ??= buildIndex(inOrder([utc, ...rawTimeZones.flatMap(zonesOf)]));
  return index;
}

function inOrder(zones: readonly KnownZone[]): readonly KnownZone[] {
  const place = new Map(prominent.map((id, index) => [id, index]));
  return zones.toSorted((a, b) => (place.get(a.id) ?? prominent.length) - (place.get(b.id) ?? prominent.length));
}

/** The data puts zones together that show the same time today; they are told apart again, since they may not tomorrow. */
function zonesOf(raw: RawTimeZone): readonly KnownZone[] {
  const names = [raw.name, ...raw.group].filter(name => name.includes('/') && isKnown(name));
  const byZone = new Map<string, string[]>();
  for (const name of names) {
    const same = [...byZone].find(([id]) => isSameZone(id, name));
    if (same) same[1].push(name);
    else byZone.set(name, []);
  }
  return [...byZone].map(([id, otherNames]) => zoneOf(raw, id, otherNames));
}

function zoneOf(raw: RawTimeZone, id: string, otherNames: readonly string[]): KnownZone {
  const { name, countryName, countryCode, alternativeName, abbreviation, dstAbbreviation } = raw;
  const cities = id === name ? [...raw.mainCities, ...(citiesWithoutZone[id] ?? [])] : [];
  return {
    id,
    title: cityOf(id),
    aliases: [
      ...cities,
      ...otherNames.flatMap(other => [other, cityOf(other)]),
      ...[countryName, countryCode, ...(countriesToo[countryName] ?? [])],
      ...[alternativeName, ...(shortNames[alternativeName] ?? [])],
      ...[abbreviation, dstAbbreviation].filter(short => short !== undefined),
    ],
    cities,
    country: countryName,
    name: alternativeName,
  };
}

/** "America/Argentina/Buenos_Aires" → "Buenos Aires" */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

const epoch = Temporal.Instant.fromEpochMilliseconds(0);

function isKnown(zone: string): boolean {
  try {
    return Boolean(epoch.toZonedDateTimeISO(zone));
  } catch {
    return false;
  }
}

/** Also by an older name: Asia/Calcutta is Asia/Kolkata. */
export function isSameZone(one: string, other: string): boolean {
  return epoch.toZonedDateTimeISO(one).equals(epoch.toZonedDateTimeISO(other));
}
