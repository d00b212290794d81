/** Who was at a session: members say so themselves around its start, and its hosts have the last word. */
import type { Consistency } from './consistency.ts';
import type { Group } from './group.ts';
import type { NotHost } from './hosting.ts';
import type { Session } from './session.ts';

/** "I'm here" is taken from so many minutes before the start to so many after it. */
export const checkIn = { opensBefore: 10, closesAfter: 30 } as const;

export type CheckIn =
  | { readonly kind: 'open' }
  | { readonly kind: 'too-early'; readonly opensAt: Temporal.Instant }
  | { readonly kind: 'closed'; readonly closedAt: Temporal.Instant };

/** Both ends are included. */
export function checkInAt({ startsAt }: Pick<Session, 'startsAt'>, now: Temporal.Instant): CheckIn {
  const opensAt = startsAt.subtract({ minutes: checkIn.opensBefore });
  const closedAt = startsAt.add({ minutes: checkIn.closesAfter });
  if (Temporal.Instant.compare(now, opensAt) < 0) return { kind: 'too-early', opensAt };
  return Temporal.Instant.compare(now, closedAt) > 0 ? { kind: 'closed', closedAt } : { kind: 'open' };
}

interface OfSession {
  readonly group: Group;
  readonly session: Session;
}

export type HereOutcome =
  | ({
      readonly kind: 'here';
      /** False: they had said so before. */
      readonly isNew: boolean;
      readonly isMember: boolean;
      readonly consistency?: Consistency;
    } & OfSession)
  /** `isOpen`: it can be said again. */
  | ({ readonly kind: 'taken-back'; readonly isOpen: boolean } & OfSession)
  | ({ readonly kind: 'not-noted' } & OfSession)
  /** A host noted that they were not there. */
  | ({ readonly kind: 'decided'; readonly hosts: readonly string[] } & OfSession)
  | ({ readonly kind: 'too-early'; readonly opensAt: Temporal.Instant } & OfSession)
  | ({ readonly kind: 'closed'; readonly closedAt: Temporal.Instant; readonly hosts: readonly string[] } & OfSession)
  | ({ readonly kind: 'off'; readonly next?: Session } & OfSession)
  | { readonly kind: 'unknown-session'; readonly group: Group; readonly next?: Session }
  | { readonly kind: 'unknown-group' };

export interface Attendee {
  readonly userId: string;
  readonly isHere: boolean;
  /** Themselves, or who corrected it. */
  readonly notedBy: string;
  readonly at: Temporal.Instant;
}

export type AttendanceOutcome =
  | ({
      readonly kind: 'attendance';
      readonly attendees: readonly Attendee[];
      /** Said they would come, and are not noted as here. */
      readonly missing: readonly string[];
      /** What was just corrected. */
      readonly corrected?: { readonly userId: string; readonly isHere: boolean };
    } & OfSession)
  | ({ readonly kind: 'not-begun' } & OfSession)
  | ({ readonly kind: 'off' } & OfSession)
  | NotHost
  | { readonly kind: 'unknown-session'; readonly group: Group; readonly next?: Session }
  | { readonly kind: 'unknown-group' };
