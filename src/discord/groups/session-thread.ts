/** The thread of a session: found by its binding, else made, once, whatever crashes in between. */
import type { APIThreadChannel } from 'discord.js';
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import { threadBinding } from '../../flows/groups/whereabouts.ts';
import { findBinding, markGone } from '../../store/bindings.ts';
import { boundThreads } from '../../store/groups/bound-threads.ts';
import { threadName } from '../../views/groups/pings/thread.ts';
import { type Found, findOrMake } from '../effects/found-or-made.ts';
import { hasCode } from '../effects/refusal.ts';
import type { Sending } from '../effects/sending.ts';
import { channelMissing } from './missing-channel.ts';
import { lackIn, type Place, threading } from './place.ts';
import { activeThreads, archiveThread, createThread } from './requests.ts';

export interface Thread {
  readonly id: string;
}

interface DescribedThread extends Thread {
  readonly name: string;
  readonly parentId: string | undefined;
  readonly ownerId: string | undefined;
}

/** The thread, where it is open; whether it is archived meanwhile does not matter. */
export async function threadOf({ db, guild }: Sending, session: Session): Promise<Thread | undefined> {
  const binding = await findBinding(db, guild.id, threadBinding(session.groupKey, session.planned));
  return binding?.state === 'bound' ? { id: binding.discordId } : undefined;
}

/** Not asked for again: what somebody deleted by hand stays deleted. */
export async function threadGone({ db, guild, log }: Sending, { id }: Thread): Promise<void> {
  await markGone(db, guild.id, id);
  log.info({ guildId: guild.id, threadId: id }, 'A session’s thread was deleted; what it missed goes to the channel');
}

/** @param place the channel it is opened in. */
export async function openThread(
  sending: Sending,
  group: Group,
  session: Session,
  place: Place,
): Promise<Found<Thread>> {
  const { channelId } = place;
  const name = threadName(group, session);
  let isChannelMissing = false;
  const found = await findOrMake<DescribedThread>(sending, {
    binding: threadBinding(session.groupKey, session.planned),
    // An archived one is neither in the cache nor among the active ones, and there all the same.
    known: id => ({ id, name, parentId: channelId, ownerId: sending.client.user?.id }),
    all: () => unboundThreads(sending, group),
    looksMade: thread =>
      thread.name === name && thread.parentId === channelId && thread.ownerId === sending.client.user?.id,
    // Its name has the date, and what belongs to another session is not among them.
    isUnmistakable: true,
    obstacle: () => lackIn(sending, channelId, threading),
    make: async () => {
      try {
        return described(await createThread(sending, channelId, name));
      } catch (error) {
        isChannelMissing = hasCode(error, 10003);
        throw error;
      }
    },
    // To delete it would take a permission that Cairn does without.
    unmake: ({ id }) => archiveThread(sending, id),
    forbidden: { kind: 'permission-missing', permission: 'CreatePublicThreads', channelId },
    deleted: { kind: 'channel-deleted', binding: place.binding },
  });
  return isChannelMissing ? await channelMissing(sending, group.key, place) : found;
}

async function unboundThreads(sending: Sending, { key }: Group): Promise<readonly DescribedThread[]> {
  const { db, guild } = sending;
  const active = await activeThreads(sending);
  const bound = await boundThreads(db, guild.id, threadBinding(key, '%'));
  return active.map(described).filter(({ id }) => !bound.has(id));
}

function described({ id, name, parent_id, owner_id }: APIThreadChannel): DescribedThread {
  return { id, name: name ?? '', parentId: parent_id ?? undefined, ownerId: owner_id };
}
