/** What a guild's owner does as a moderator, and what is written down of it. */
import type { APIAuditLogEntry } from 'discord-api-types/v10';

export interface GuildModeration {
  kick(member: { readonly id: string }, reason?: string): void;
  /** Sends away for good; who is banned cannot join. */
  ban(user: { readonly id: string }, reason?: string): void;
  unban(user: { readonly id: string }, reason?: string): void;
  isBanned(user: { readonly id: string }): boolean;
  /** Newest first, as the API gives it; the latest thousand entries are kept. */
  auditLog(): readonly APIAuditLogEntry[];
}
