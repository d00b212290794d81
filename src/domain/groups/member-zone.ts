/** What happened to a member's own time zone. */
import type { ZoneMatch } from '../zone-match.ts';
import type { Group } from './group.ts';
import type { Session } from './session.ts';

export type MemberZoneOutcome =
  | { readonly kind: 'current' | 'set'; readonly zone: ZoneMatch; readonly next?: NextInZone }
  | { readonly kind: 'none'; readonly wasForgotten: boolean; readonly offered: readonly ZoneMatch[] }
  /** Nothing matches, or more than one. */
  | { readonly kind: 'unclear'; readonly asked: string; readonly nearest: readonly ZoneMatch[] };

/** The member's next meeting. */
export interface NextInZone {
  readonly group: Group;
  readonly session: Session;
}
