/** Carries out `make-channel`: a channel of the community's file that was deleted, and that organisers want back. */
import type { SendResult } from '../../domain/delivery.ts';
import { boundIn } from '../../domain/ours.ts';
import { holds } from '../../domain/permissions.ts';
import { accessOf, resolved } from '../../domain/server-attributes.ts';
import { serverLimits } from '../../domain/server-limits.ts';
import { categoryBinding, channelBinding, wantedChannel } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import { replanAll } from '../../store/groups/schedules.ts';
import { ownChannel } from '../jobs/set-up-channel.ts';
import { serverOf } from '../server-snapshot.ts';
import { findOrMake } from './found-or-made.ts';
import type { Sending } from './sending.ts';

export async function makeChannel(sending: Sending, binding: string): Promise<SendResult> {
  const { db, guild, community, now } = sending;
  const server = serverOf(guild);
  if (!server) return { kind: 'deferred', reason: 'the server is not known yet' };
  const found = community.categories
    .flatMap(({ key, channels }) => channels.map(channel => ({ category: categoryBinding(key), channel })))
    .find(({ channel }) => channelBinding(channel.key) === binding);
  if (!found) return { kind: 'suppressed', reason: 'the community has no such channel any more' };

  const boundTo = boundIn(await knownOn(db, guild.id));
  const idOf = (name: string) => {
    const id = boundTo(name);
    return id !== undefined && (guild.channels.cache.has(id) || guild.roles.cache.has(id)) ? id : undefined;
  };
  const parent = idOf(found.category) === undefined ? undefined : found.category;
  const wanted = wantedChannel(found.channel, parent, name => idOf(name) !== undefined);
  // Nobody may allow or deny in a channel what they may not do themselves.
  const mayBeSet = ([name]: readonly [string, unknown]) =>
    !name.startsWith('access/') || holds(server.bot.permissions, accessOf(name).permission);
  const set = resolved(Object.fromEntries(Object.entries(wanted.attributes).filter(mayBeSet)), idOf);
  const made = await findOrMake(sending, {
    ...ownChannel({ sending, server }, wanted, set),
    set,
    obstacle: () => {
      if (!holds(server.bot.permissions, 'ManageChannels'))
        return { kind: 'permission-missing', permission: 'ManageChannels' };
      return guild.channels.cache.size >= serverLimits.channels ? { kind: 'channel-limit' } : undefined;
    },
    // Whatever was silent for want of it speaks again.
    bound: tx => replanAll(tx, guild.id, now()),
  });
  return made.kind === 'ready' ? { kind: 'delivered', reference: made.thing.id } : made;
}
