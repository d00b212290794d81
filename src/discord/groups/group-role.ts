/** Whom a call to meet rings: the group's role, if it is there; and whether Discord really rings them. */

import { PermissionFlagsBits } from 'discord.js';
import type { Group } from '../../domain/groups/group.ts';
import { pingReaches } from '../../domain/groups/ping-reach.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import { roleBinding } from '../../domain/wanted-server.ts';
import { findBinding, markGone } from '../../store/bindings.ts';
import { getRoles } from '../effects/requests.ts';
import type { Sending } from '../effects/sending.ts';
import { permissionsIn } from './place.ts';

export interface Called {
  /** Absent: it goes out without ringing anybody. */
  readonly roleId?: string;
  readonly noticed?: OrganiserProblem;
}

/** Never everyone: where the role is not there, nobody is mentioned. */
export async function calledBy(sending: Sending, { role: key }: Group, channelId: string | undefined): Promise<Called> {
  const { db, guild } = sending;
  if (key === undefined) return {};
  const binding = await findBinding(db, guild.id, roleBinding(key));
  const deleted = { noticed: { kind: 'role-deleted', roleKey: key } } as const;
  if (binding?.state === 'gone') return deleted;
  if (binding?.state !== 'bound' || binding.discordId === guild.id) return {};
  const { discordId: roleId } = binding;
  const role = guild.roles.cache.get(roleId);
  // The cache may be late; only Discord itself can say that something is gone.
  if (!role && !(await getRoles(sending)).some(({ id }) => id === roleId)) {
    await markGone(db, guild.id, roleId);
    return deleted;
  }
  const permissions = channelId === undefined ? undefined : permissionsIn(sending, channelId);
  // What the cache does not know cannot be judged, and the mention harms nobody.
  if (!role || permissions === undefined || channelId === undefined) return { roleId };
  const isSeen = guild.channels.cache.get(channelId)?.permissionsFor(role).has(PermissionFlagsBits.ViewChannel);
  if (isSeen === false) return { roleId, noticed: { kind: 'ping-unseen', roleId, channelId } };
  return pingReaches(role.mentionable, permissions)
    ? { roleId }
    : { roleId, noticed: { kind: 'ping-mute', roleId, channelId } };
}
