/** The time zone a text names, if it names one. */
import { findExact } from '../domain/search.ts';
import { isSameZone, knownZones } from './known-zones.ts';

/**
 * By IANA name only, and as it is called today: "asia/calcutta" → "Asia/Kolkata". Offsets such as +02:00 and Etc/GMT+5 are
 * none, and neither are abbreviations such as EST: they know nothing of daylight saving.
 */
export function readZone(text: string): string | undefined {
  const typed = text.trim();
  if (/^(?:etc\/)?utc$/i.test(typed)) return 'UTC';
  if (!typed.includes('/') || /^etc\//i.test(typed)) return undefined;
  const named = findExact(knownZones(), typed)?.id;
  const zone = spelled(typed);
  if (zone === undefined) return undefined;
  return named !== undefined && isSameZone(named, zone) ? named : zone;
}

function spelled(zone: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId;
  } catch {
    return undefined;
  }
}
