/** What a channel has more if it is a thread or a post. */

export interface ThreadState {
  readonly ownerId: string;
  readonly archived: boolean;
  readonly locked: boolean;
  readonly memberIds: readonly string[];
  readonly messageCount: number;
  /** Ids of the forum's tags. */
  readonly appliedTags: readonly string[];
}
