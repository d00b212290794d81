/** The community's week: who came, what was earned, when groups meet next, where people got stuck. Members only as figures. */
import type { Path } from '../curriculum.ts';
import type { Group } from './group.ts';
import type { Session } from './session.ts';
import type { StuckAt } from './stuck.ts';

export interface Digest {
  /** Members who took up a path that week. */
  readonly newOnPaths: number;
  /** The paths that most of them took up. */
  readonly paths: readonly { readonly path: Path; readonly members: number }[];
  /** Those whom most joined. */
  readonly groups: readonly { readonly group: Group; readonly members: number }[];
  /** Announced that week, as their holders asked for: names as they are printed. */
  readonly certificates: readonly { readonly name: string; readonly title: string }[];
  /** Of the coming week, also those that are off, earliest first. */
  readonly meetings: readonly { readonly group: Group; readonly session: Session }[];
  readonly stuck: readonly StuckAt[];
}

/** A digest that says nothing is not sent. Meetings that are all off are worth hearing of as well. */
export function isWorthSaying({ newOnPaths, groups, certificates, meetings, stuck }: Digest): boolean {
  return newOnPaths > 0 || [groups, certificates, meetings, stuck].some(part => part.length > 0);
}
