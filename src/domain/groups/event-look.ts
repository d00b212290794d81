/** A scheduled event as Discord shows it, as plain attributes: what Cairn set is stored beside its id, and compared. */
import type { Attributes } from '../attributes.ts';
import type { Session } from './session.ts';

/** Where it takes place: a voice channel by its id, or elsewhere, in words. */
export type EventPlace = `voice/${string}` | `at/${string}`;

/** The instants are in whole minutes. */
export interface EventLook {
  readonly name: string;
  readonly description: string;
  readonly starts: string;
  /** null: somebody made it open-ended, as one in a voice channel can be. */
  readonly ends: string | null;
  readonly place: EventPlace;
}

export interface EventOnServer {
  readonly id: string;
  readonly status: 'scheduled' | 'active' | 'completed' | 'canceled' | 'deleted';
  /** Of a deleted one nothing is known. */
  readonly look?: EventLook;
}

/** What its id is stored under. */
export const eventBinding = (groupKey: string, planned: string) => `event:${groupKey}/${planned}`;

export function eventLookOf(
  { startsAt, endsAt }: Session,
  words: Pick<EventLook, 'name' | 'description'>,
  place: EventPlace,
): EventLook {
  return { ...words, starts: minuteOf(startsAt), ends: minuteOf(endsAt), place };
}

export function minuteOf(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** The voice channel's id. */
export function voiceOf(place: unknown): string | undefined {
  return typeof place === 'string' ? /^voice\/(.+)$/.exec(place)?.[1] : undefined;
}

/** In front of what Cairn is about to set: it may be there already, if the answer was lost. */
const intended = 'to/';

export function withIntent(set: Attributes, changes: Attributes): Attributes {
  const entries = Object.entries(changes).map(([name, value]) => [`${intended}${name}`, value]);
  return { ...set, ...Object.fromEntries(entries) };
}

/** Cairn has ended it, or was about to. */
export const isEnding = (set: Attributes) => `${intended}status` in set;

/** Whether Cairn set it to this, or was about to. */
export function isOurs(set: Attributes, name: keyof EventLook, value: string | null): boolean {
  return value === (set[name] ?? null) || (intended + name in set && value === set[intended + name]);
}
