/** Where a group meets on a server: its channel, voice channel, role and the next session's thread, as far as they are there. */
import type { Group } from '../../domain/groups/group.ts';
import type { Whereabouts } from '../../domain/groups/joining.ts';
import type { Session } from '../../domain/groups/session.ts';
import { boundIn } from '../../domain/ours.ts';
import { channelBinding, roleBinding } from '../../domain/wanted-server.ts';
import { knownOn } from '../../store/bindings.ts';
import type { Db } from '../../store/database.ts';

/** What the thread of a session is stored under. */
export const threadBinding = (groupKey: string, planned: string) => `thread:${groupKey}/${planned}`;

export async function whereabouts(
  db: Db,
  guildId: string,
  { key, channel, voice, role }: Group,
  next?: Session,
): Promise<Whereabouts> {
  const idOf = boundIn(await knownOn(db, guildId));
  const found = {
    channel: idOf(channelBinding(channel)),
    voice: voice === undefined ? undefined : idOf(channelBinding(voice)),
    role: role === undefined ? undefined : idOf(roleBinding(role)),
    thread: next && idOf(threadBinding(key, next.planned)),
  };
  return Object.fromEntries(Object.entries(found).filter(([, id]) => id !== undefined));
}
