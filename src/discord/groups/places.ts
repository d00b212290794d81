/** What a message about a session links to: the voice channel and the thread, where they are there. */
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { findBinding } from '../../store/bindings.ts';
import type { Places } from '../../views/groups/pings/lines.ts';
import type { Sending } from '../effects/sending.ts';
import { threadOf } from './session-thread.ts';

export async function voiceOf({ db, guild }: Sending, { voice }: Group): Promise<Pick<Places, 'voiceId'>> {
  const binding = voice === undefined ? undefined : await findBinding(db, guild.id, channelBinding(voice));
  return binding?.state === 'bound' ? { voiceId: binding.discordId } : {};
}

export async function placesOf(sending: Sending, group: Group, session: Session): Promise<Places> {
  const thread = await threadOf(sending, session);
  return { ...(await voiceOf(sending, group)), ...(thread ? { threadId: thread.id } : {}) };
}
