/** Where a group's pings go: its channel, by the id that is stored, and what Cairn lacks there. */
import { PermissionFlagsBits } from 'discord.js';
import type { SendResult } from '../../domain/delivery.ts';
import type { OrganiserProblem, PermissionName } from '../../domain/problem.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { findBinding } from '../../store/bindings.ts';
import type { Sending } from '../effects/sending.ts';

export interface Place {
  readonly kind: 'ready';
  readonly channelId: string;
  readonly binding: string;
}

/** One that was deleted is asked for all the same: only Discord's answer counts, and repeats, before pings are switched off. */
export async function placeOf({ db, guild }: Sending, channelKey: string): Promise<Place | SendResult> {
  const binding = channelBinding(channelKey);
  const found = await findBinding(db, guild.id, binding);
  if (!found)
    return {
      kind: 'suppressed',
      reason: `the channel ${channelKey} is not set up`,
      noticed: { kind: 'channel-not-set-up', binding },
    };
  if (found.state === 'reserved') return { kind: 'transient', reason: 'the channel is being made' };
  return { kind: 'ready', channelId: found.discordId, binding };
}

/** History, so that nothing is ever posted twice. */
export const posting = [
  'ViewChannel',
  'SendMessages',
  'ReadMessageHistory',
] as const satisfies readonly PermissionName[];
export const threading = [
  'ViewChannel',
  'CreatePublicThreads',
  'SendMessagesInThreads',
  'ReadMessageHistory',
] as const satisfies readonly PermissionName[];

export function permissionsIn({ guild }: Pick<Sending, 'guild'>, channelId: string): bigint | undefined {
  const { me } = guild.members;
  const channel = guild.channels.cache.get(channelId);
  return me && channel ? channel.permissionsFor(me).bitfield : undefined;
}

/** By the cache; what it does not know, Discord will say. */
export function lackIn(
  sending: Pick<Sending, 'guild'>,
  channelId: string,
  needed: readonly (PermissionName & keyof typeof PermissionFlagsBits)[],
): OrganiserProblem | undefined {
  const held = permissionsIn(sending, channelId);
  if (held === undefined) return undefined;
  const all = PermissionFlagsBits.Administrator;
  const permission = needed.find(name => (held & (PermissionFlagsBits[name] | all)) === 0n);
  return permission && { kind: 'permission-missing', permission, channelId };
}
