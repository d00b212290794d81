/** What a community shows to whoever has just come in. */
export interface WelcomeScreenRecord {
  readonly description: string | null;
  readonly channels: readonly {
    readonly channelId: string;
    readonly description: string;
    readonly emojiId: string | null;
    readonly emojiName: string | null;
  }[];
}
