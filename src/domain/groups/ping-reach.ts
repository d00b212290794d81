/** Whether a role's ping really pings: Discord takes a mention that reaches nobody without a word. */
import { elevated, holds } from '../permissions.ts';
import type { Server, ServerChannel, ServerRole } from '../server.ts';

/** @param permissions Cairn's own in the channel it posts in. */
export function pingReaches(roleIsMentionable: boolean, permissions: bigint): boolean {
  return roleIsMentionable || (permissions & (elevated.MentionEveryone | elevated.Administrator)) !== 0n;
}

/** Who has the role, and no other, sees the channel. */
export function roleSees(server: Server, role: ServerRole, { overwrites }: ServerChannel): boolean {
  const everyone = server.roles.find(({ id }) => id === server.id);
  const base = (everyone?.permissions ?? 0n) | role.permissions;
  // Discord's order: first what is set for everybody, then what is set for the role.
  const held = [server.id, role.id].reduce((permissions, target) => {
    const { allow = 0n, deny = 0n } = overwrites.find(({ id }) => id === target) ?? {};
    return (permissions & ~deny) | allow;
  }, base);
  return holds(held, 'ViewChannel');
}
