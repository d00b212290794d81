/** An organiser reads what organisers have changed, page by page. */
import type { AuditPage } from '../domain/audit.ts';
import { auditRecords } from '../store/audit.ts';
import type { FlowContext } from './context.ts';

const perPage = 8;

/** @param before the record the page before ended with. */
export async function showAudit({ db }: FlowContext, guildId: string, before?: number): Promise<AuditPage> {
  const found = await auditRecords(db, guildId, perPage + 1, before);
  const records = found.slice(0, perPage);
  const last = records.at(-1);
  return {
    records,
    isLater: before !== undefined,
    ...(found.length > perPage && last ? { older: last.id } : {}),
  };
}
