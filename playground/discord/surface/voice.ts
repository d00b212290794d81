/** Voice channels as members use them. */

export interface MemberVoice {
  /** Throws where her client would not let her in: no permission to connect, or the channel is full. */
  joinsVoice(channel: { readonly id: string }): void;
  leavesVoice(): void;
  /** Mutes or deafens herself; in a stage, asks to speak. */
  setsVoice(change: { readonly muted?: boolean; readonly deafened?: boolean; readonly asksToSpeak?: boolean }): void;
}

export interface GuildVoice {
  /** Ids of those in this voice or stage channel. */
  usersInVoice(channel: { readonly id: string }): readonly string[];
}
