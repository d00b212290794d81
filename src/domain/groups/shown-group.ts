/** A group as `/group show` has it. Who was at a meeting is known to its hosts and the organisers; all others see how many. */
import type { BestHours } from './best-hours.ts';
import type { Consistency } from './consistency.ts';
import type { Group } from './group.ts';
import type { EndedGroup, UnknownGroup } from './joining.ts';
import type { Session } from './session.ts';

export interface ShownGroup {
  readonly kind: 'group';
  readonly group: Group;
  readonly members: number;
  readonly hosts: readonly string[];
  /** Also those that are off, earliest first. */
  readonly next: readonly { readonly session: Session; readonly coming: number }[];
  /** Those that took place, the latest first. */
  readonly past: readonly { readonly session: Session; readonly here: number }[];
  readonly isMember: boolean;
  /** They may see names, and correct them. */
  readonly isOverseer: boolean;
  readonly consistency?: Consistency;
  /** Of a study group. */
  readonly bestHours?: BestHours;
  /** Titles of the paths it is meant for. */
  readonly pathTitles: readonly string[];
}

export type ShowGroupOutcome = ShownGroup | UnknownGroup | EndedGroup;
