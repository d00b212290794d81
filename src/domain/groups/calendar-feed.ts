/** Calendars that programs fetch from a secret address: a member's own, and one for each group. */
import type { Group } from './group.ts';
import type { EndedGroup, UnknownGroup } from './joining.ts';

/** A member's own holds the groups they are in; a group's holds nothing personal, and all its members share it. */
export type FeedOwner = { readonly userId: string } | { readonly groupKey: string };

/** `open`: the address that there is, or else a new one. `renew`: a new one, and the old is dead. `stop`: dead. */
export type FeedWish = 'open' | 'renew' | 'stop';

export interface ShownFeed {
  /** Absent: the member's own. */
  readonly group?: Group;
  /** What is in the member's own. */
  readonly groups: readonly Group[];
}

export type CalendarOutcome =
  | ({
      readonly kind: 'feed';
      readonly address: string;
      readonly wish: 'open' | 'renew';
      readonly mayRevoke: boolean;
    } & ShownFeed)
  /** Hosts and organisers switched the group's off, and may switch it on again. */
  | ({ readonly kind: 'stopped'; readonly mayRevoke: boolean } & ShownFeed)
  /** The bot has no public address: the calendar as it is now, as a file. */
  | ({ readonly kind: 'offline'; readonly name: string; readonly calendar: string } & ShownFeed)
  /** A group's address is dead for all when somebody asks for a new one, so that hosts and organisers decide. */
  | ({ readonly kind: 'not-host' } & ShownFeed)
  | UnknownGroup
  | EndedGroup;

/** What is found at an address. */
export type FetchedFeed =
  | { readonly kind: 'calendar'; readonly calendar: string }
  | { readonly kind: 'revoked' | 'unknown' };

export type SessionFileOutcome =
  | { readonly kind: 'file'; readonly name: string; readonly calendar: string; readonly group: Group }
  | { readonly kind: 'unknown-session' };
