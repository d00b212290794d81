/** What a thread or a post has beyond a channel. */
import type { ArchiveAfter } from '../channels/channel-settings-record.ts';

export interface ThreadMemberRecord {
  readonly userId: string;
  readonly joinedAt: string;
}

export interface ThreadRecord {
  readonly ownerId: string;
  readonly createdAt: string;
  archived: boolean;
  locked: boolean;
  /** When it was last archived or opened again. */
  archiveChangedAt: string;
  /** Minutes of silence after which it is archived. */
  archiveAfter: ArchiveAfter;
  /** Whether those without Manage Threads may bring others into a private thread. */
  invitable: boolean;
  appliedTags: readonly string[];
  /** Without the first message and without deleted ones. */
  messageCount: number;
  /** With deleted ones. */
  sentCount: number;
  /** Epoch milliseconds of the last sign of life. */
  activeAt: number;
  /** By user id. */
  readonly members: Map<string, ThreadMemberRecord>;
}
