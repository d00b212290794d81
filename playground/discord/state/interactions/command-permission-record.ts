/** What organisers set in Server Settings → Integrations: who may use a command, and where. */
export interface CommandPermissionRecord {
  /** Of a role, a user or a channel; the guild's id means @everyone, one less all channels. */
  readonly id: string;
  /** 1 role, 2 user, 3 channel. */
  readonly type: 1 | 2 | 3;
  readonly permission: boolean;
}
