/** Who asks for a server to be set up, with what they may do on it as a whole. */
import type { Asker } from './role-safety.ts';
import { isAbove, type Server, type ServerRole } from './server.ts';

/** From the roles: what an interaction tells of permissions holds in its channel only. */
export function askerOn(
  server: Server,
  member: { readonly userId: string; readonly roleIds: readonly string[] },
): Asker {
  const everyone = server.roles.find(({ id }) => id === server.id);
  const held = server.roles.filter(({ id }) => id === server.id || member.roleIds.includes(id));
  const highest = held.reduce<ServerRole | undefined>(
    (top, role) => (top && isAbove(top, role) ? top : role),
    everyone,
  );
  return {
    isOwner: server.ownerId === member.userId,
    permissions: held.reduce((all, { permissions }) => all | permissions, 0n),
    highestRoleId: highest?.id ?? server.id,
  };
}
