/** Who may decide about a group: its hosts, and organisers, whose decisions stand in the audit log. */
import type { AuditEntry } from '../../domain/audit.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { NotHost } from '../../domain/groups/hosting.ts';
import { recordAudit } from '../../store/audit.ts';
import type { Db } from '../../store/database.ts';
import { membersOfGroup } from '../../store/groups/members.ts';
import type { Asker } from '../context.ts';

/** Who decides; `isOrganiser`: may manage the server. */
export interface Deciding extends Asker {
  readonly isOrganiser: boolean;
}

/** Undefined where they may. */
export async function notHost(db: Db, deciding: Deciding, group: Group): Promise<NotHost | undefined> {
  if (deciding.isOrganiser) return undefined;
  const members = await membersOfGroup(db, deciding.guildId, group.key);
  const hosts = members.filter(({ isHost }) => isHost).map(({ userId }) => userId);
  return hosts.includes(deciding.userId) ? undefined : { kind: 'not-host', group, hosts };
}

export async function auditDecision(
  tx: Db,
  deciding: Deciding,
  entry: AuditEntry,
  now: Temporal.Instant,
): Promise<void> {
  if (deciding.isOrganiser) await recordAudit(tx, deciding, entry, now);
}
