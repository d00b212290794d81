/** A member's next meetings. */
import type { Group } from './group.ts';
import type { UnknownGroup } from './joining.ts';
import type { Session } from './session.ts';

export interface Meeting {
  readonly group: Group;
  /** It may be off. */
  readonly session: Session;
  /** What the member said about coming; absent: nothing yet. */
  readonly isComing?: boolean;
}

export type MeetingsOutcome =
  /** `of`: one group's; absent: those of all groups the member is in. */
  | { readonly kind: 'meetings'; readonly of?: Group; readonly meetings: readonly Meeting[] }
  | { readonly kind: 'in-none' }
  | UnknownGroup
  | { readonly kind: 'ended'; readonly title: string };
