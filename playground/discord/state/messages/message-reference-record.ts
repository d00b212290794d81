/** What a message points at: the one it replies to, the one that was pinned, the thread it announces. */
export interface MessageReferenceRecord {
  readonly channelId: string;
  /** Absent where only a channel is meant. */
  readonly messageId: string | undefined;
}
