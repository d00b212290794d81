/** The roles that Cairn follows on a server: the file's, the certificates' and its groups'. */
import type { Community } from '../domain/community.ts';
import { withCertificateRoles, withGroupRoles } from '../domain/followed-roles.ts';
import type { Db } from '../store/database.ts';
import { groupRecords } from '../store/groups/groups.ts';
import type { FlowContext } from './context.ts';

/** @param db a transaction, or the context's own. */
export async function rolesOnServer(
  { community, curriculum }: Pick<FlowContext, 'community' | 'curriculum'>,
  db: Db,
  guildId: string,
): Promise<Community> {
  return withGroupRoles(withCertificateRoles(community, curriculum), await groupRecords(db, guildId));
}
