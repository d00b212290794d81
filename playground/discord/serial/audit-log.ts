/** The audit log as the API gives it. */
import type { APIAuditLogEntry } from 'discord-api-types/v10';
import type { AuditEntryRecord } from '../state/audit/audit-record.ts';

export function auditEntryJson(entry: AuditEntryRecord): APIAuditLogEntry {
  return {
    id: entry.id,
    action_type: entry.action,
    user_id: entry.userId,
    target_id: entry.targetId,
    ...(entry.changes.length > 0 && { changes: [...entry.changes] }),
    ...(entry.options !== undefined && { options: entry.options }),
    ...(entry.reason !== undefined && { reason: entry.reason }),
  } as unknown as APIAuditLogEntry;
}
