/** Whether somebody holds the role of a certificate, as far as there is one. */
import { withCertificateRoles } from '../domain/followed-roles.ts';
import { roleBinding } from '../domain/wanted-server.ts';
import { findBinding } from '../store/bindings.ts';
import type { FlowContext } from './context.ts';

/** @param roleIds the roles the member has now. */
export async function hasRole(
  { db, community, curriculum }: FlowContext,
  guildId: string,
  certificateId: string,
  roleIds: readonly string[],
): Promise<boolean> {
  const { roles } = withCertificateRoles(community, curriculum);
  const role = roles.find(({ certificates }) => certificates.includes(certificateId));
  const binding = role && (await findBinding(db, guildId, roleBinding(role.key)));
  return binding?.state === 'bound' && roleIds.includes(binding.discordId);
}
