/** Somebody in a voice or stage channel. */
export interface VoiceStateRecord {
  readonly userId: string;
  readonly guildId: string;
  readonly sessionId: string;
  /** Null only in the event that tells of leaving. */
  channelId: string | null;
  selfMute: boolean;
  selfDeaf: boolean;
  selfVideo: boolean;
  /** In a stage: listens only. */
  suppress: boolean;
  /** In a stage: raised the hand. */
  askedToSpeakAt: string | null;
}
