/** Threads and forum posts: opening, joining, leaving, closing them. */
import { postRequest, threadFromRequest, threadRequest } from '../requests.ts';
import type { Desk } from './desk.ts';

export function threads({ does, at, holding }: Desk): void {
  does('open-thread', threadFromRequest, (me, { channel, name, message, isPrivate = false }) => {
    const thread = me.opensThread({
      name,
      isPrivate,
      in: at(me, channel),
      ...(message !== undefined && { from: holding(me, channel, message) }),
    });
    return { id: thread.id };
  });
  does('post', postRequest, (me, { channel, title, text, tags }) => ({
    id: me.posts({ in: at(me, channel), title, text, tags }).id,
  }));
  does('join-thread', threadRequest, (me, { thread }) => me.joinsThread(at(me, thread)));
  does('leave-thread', threadRequest, (me, { thread }) => me.leavesThread(at(me, thread)));
  does('archive-thread', threadRequest, (me, { thread }) => me.archivesThread(at(me, thread)));
  does('lock-thread', threadRequest, (me, { thread }) => me.locksThread(at(me, thread), true));
  does('unlock-thread', threadRequest, (me, { thread }) => me.locksThread(at(me, thread), false));
}
