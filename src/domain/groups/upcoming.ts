/** What comes next: the session that runs, if one does, and those after it. */
import type { Group } from './group.ts';
import { type Exceptions, type Session, sessionsOf } from './session.ts';

type Meeting = Pick<Group, 'key' | 'slots'>;

/** No session takes longer. */
const longest = { hours: 24 };
/** Whoever has nothing within so long has nothing planned. */
const horizon = { hours: 26 * 7 * 24 };

/** Whoever comes to what was to happen, or happens, within a day would turn up, and is rung. */
const soon = { hours: 24 };

export function isSoon(at: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, now) > 0 && Temporal.Instant.compare(at, now.add(soon)) < 0;
}

/** Also those that are off, earliest first. */
export function upcoming(group: Meeting, exceptions: Exceptions, now: Temporal.Instant): readonly Session[] {
  return sessionsOf(group, exceptions, now.subtract(longest), now.add(horizon)).filter(
    ({ endsAt }) => Temporal.Instant.compare(endsAt, now) > 0,
  );
}

/** The next that takes place. */
export function nextHeld(group: Meeting, exceptions: Exceptions, now: Temporal.Instant): Session | undefined {
  return upcoming(group, exceptions, now).find(({ off }) => !off);
}
