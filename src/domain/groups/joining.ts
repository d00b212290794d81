/** What can come of joining a group and of leaving one. */
import type { Group } from './group.ts';
import type { Session } from './session.ts';

/** Where a group meets on this server, as far as that is set up: ids. */
export interface Whereabouts {
  readonly channel?: string;
  readonly voice?: string;
  readonly role?: string;
  /** The next session's thread. */
  readonly thread?: string;
}

/** Nothing that somebody named could be found: the nearest there are. */
export interface UnknownGroup {
  readonly kind: 'unknown-group';
  readonly asked: string;
  readonly nearest: readonly Group[];
}

export interface EndedGroup {
  readonly kind: 'ended';
  readonly title: string;
}

export type JoinOutcome =
  | ({
      readonly kind: 'joined' | 'already-in';
      readonly group: Group;
      readonly next?: Session;
      /** They are asked for their time zone, once. */
      readonly asksZone: boolean;
      /** Ids of the channels that its role opens to them. */
      readonly opened: readonly string[];
    } & { readonly at: Whereabouts })
  /** Office hours are for everybody: nobody joins them. */
  | { readonly kind: 'for-everybody'; readonly group: Group; readonly next?: Session; readonly at: Whereabouts }
  | UnknownGroup
  | EndedGroup;

export type LeaveGroupOutcome =
  | { readonly kind: 'left'; readonly group: Group; readonly closed: readonly string[] }
  | { readonly kind: 'not-in'; readonly group: Group }
  | UnknownGroup
  | EndedGroup;
