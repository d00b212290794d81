/** An invitation to a guild, by way of one of its channels. */
export interface InviteRecord {
  readonly code: string;
  readonly guildId: string;
  readonly channelId: string;
  readonly inviterId: string;
  readonly createdAt: string;
  /** Seconds; 0 for ever. */
  readonly maxAge: number;
  /** 0 for any number. */
  readonly maxUses: number;
  readonly temporary: boolean;
  /** Given to those who come. */
  readonly roleIds: readonly string[];
  uses: number;
}
