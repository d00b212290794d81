/** What organisers change, kept for all organisers to read: who, when, what, before and after. */

/** Each has its words in src/views/audit.ts. */
export type AuditAction =
  /** A setup plan was approved. */
  | 'set-up'
  | 'role-made'
  | 'role-adopted'
  | 'role-changed'
  | 'channel-made'
  | 'channel-adopted'
  | 'channel-changed'
  /** Whether everybody may ping the roles that the community's file calls mentionable. */
  | 'mentionable'
  /** The question about paths in the server's onboarding. */
  | 'onboarding'
  | 'certificate-revoked'
  /** What was deleted by hand may be made again. */
  | 'recreate'
  /** What Cairn says by the calendar. */
  | 'pings-changed'
  /** The community's time zone. */
  | 'zone-changed'
  /** Who was at a session. */
  | 'attendance-corrected'
  /** What organisers decide in the place of a group's hosts. */
  | 'session-skipped'
  | 'session-moved'
  | 'session-held'
  | 'group-paused'
  | 'group-resumed'
  | 'holiday'
  | 'break-lifted'
  | 'group-ended'
  | 'group-approved'
  | 'group-declined'
  | 'host-named'
  | 'host-dismissed'
  | 'job-paused'
  | 'job-resumed'
  /** A tick of the sample was looked at. */
  | 'looked-at';

export interface AuditEntry {
  readonly action: AuditAction;
  /** What it was done to, as an organiser would call it. */
  readonly subject?: string;
  /** Plain JSON, both: a value, or several by name. */
  readonly before?: unknown;
  readonly after?: unknown;
}

export interface AuditRecord extends AuditEntry {
  readonly id: number;
  readonly userId: string;
  readonly at: Temporal.Instant;
}

export interface AuditPage {
  /** Newest first. */
  readonly records: readonly AuditRecord[];
  /** Where the next page begins; absent: nothing is older. */
  readonly older?: number;
  /** It is not the first page. */
  readonly isLater: boolean;
}
