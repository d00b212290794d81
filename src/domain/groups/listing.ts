/** A server's groups as one of its members sees them. */
import type { Group } from './group.ts';
import type { Session } from './session.ts';

export interface ListedGroup {
  readonly group: Group;
  /** The next session that takes place; absent: none is planned. */
  readonly next?: Session;
  /** What keeps the session before that one from taking place. */
  readonly off?: Session;
  readonly members: number;
  readonly isMember: boolean;
}

export interface GroupList {
  /** Page by page, counted from 0. */
  readonly shown: readonly ListedGroup[];
  readonly page: number;
  readonly pages: number;
  /** All that the member could join, on whatever page. */
  readonly open: readonly Group[];
  /** Proposals that wait; counted for organisers alone. */
  readonly proposals: number;
  /** The titles of paths by id: whom a group is for. */
  readonly pathTitles: ReadonlyMap<string, string>;
}
