/** Who may decide about a group: its hosts, and organisers, whose decisions stand in the audit log. */
import type { AuditEntry } from '../../domain/audit.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { NotHost } from '../../domain/groups/hosting.ts';
import { recordAudit } from '../../store/audit.ts';
import type { Db } from '../../store/database.ts';
import { hostedBy, hostsOf } from '../../store/groups/members.ts';
import type { Asker } from '../context.ts';

/** Who decides; `isOrganiser`: may manage the server. */
export interface Deciding extends Asker {
  readonly isOrganiser: boolean;
}

/** Undefined where they may. */
export async function notHost(db: Db, deciding: Deciding, group: Group): Promise<NotHost | undefined> {
  if (deciding.isOrganiser) return undefined;
  // Whoever has just come back to the server is not yet among those who are here.
  if ((await hostedBy(db, deciding)).includes(group.key)) return undefined;
  return { kind: 'not-host', group, hosts: await hostsOf(db, deciding.guildId, group.key) };
}

export async function auditDecision(
  tx: Db,
  deciding: Deciding,
  entry: AuditEntry,
  now: Temporal.Instant,
): Promise<void> {
  if (deciding.isOrganiser) await recordAudit(tx, deciding, entry, now);
}
