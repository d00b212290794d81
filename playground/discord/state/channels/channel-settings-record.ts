/** What only some types of guild channel have; `serial/channel.ts` shows of it what belongs to the type. */

export type ArchiveAfter = 60 | 1440 | 4320 | 10_080;

/** A tag that posts of a forum can carry. */
export interface TagRecord {
  readonly id: string;
  readonly name: string;
  /** Only those who manage threads may put it on a post. */
  readonly moderated: boolean;
  readonly emojiId: string | null;
  readonly emojiName: string | null;
}

export interface ChannelSettings {
  /** Voice and stage. */
  readonly bitrate?: number | undefined;
  /** 0 is no limit. */
  readonly userLimit?: number | undefined;
  readonly rtcRegion?: string | null | undefined;
  readonly videoQuality?: 1 | 2 | undefined;
  readonly voiceStatus?: string | null | undefined;
  /** Minutes; suggested to members who start a thread. */
  readonly archiveAfter?: ArchiveAfter | undefined;
  /** Given to new threads. */
  readonly threadRateLimit?: number | undefined;
  /** Forum and media. */
  readonly tags?: readonly TagRecord[] | undefined;
  readonly defaultReaction?: { readonly emojiId: string | null; readonly emojiName: string | null } | null | undefined;
  readonly sortOrder?: 0 | 1 | null | undefined;
  readonly layout?: 0 | 1 | 2 | undefined;
  readonly tagSetting?: 'match_all' | 'match_some' | null | undefined;
}
