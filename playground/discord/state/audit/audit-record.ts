/** Entries of a guild's audit log, and who is acting when one is written. */

/** Who does what is happening now: a bot by its request, a member by the client, the owner by the driver. */
export interface Actor {
  readonly userId: string;
  readonly reason: string | undefined;
}

export interface AuditChange {
  readonly key: string;
  readonly old_value?: unknown;
  readonly new_value?: unknown;
}

export interface AuditEntryRecord {
  readonly id: string;
  readonly guildId: string;
  /** Discord's number, `AuditLogEvent`. */
  readonly action: number;
  readonly userId: string;
  readonly targetId: string | null;
  readonly changes: readonly AuditChange[];
  /** As the API names them; all values are strings there. */
  readonly options: Readonly<Record<string, string>> | undefined;
  readonly reason: string | undefined;
}
