/** What a message about a session links to: where it takes place, and its thread, where they are there. */
import { isOurs } from '../../domain/groups/event-look.ts';
import type { Group } from '../../domain/groups/group.ts';
import type { Session } from '../../domain/groups/session.ts';
import { channelBinding } from '../../domain/wanted-server.ts';
import { findBinding } from '../../store/bindings.ts';
import { eventsOfGroup } from '../../store/groups/event-bindings.ts';
import type { Places } from '../../views/groups/pings/lines.ts';
import type { Sending } from '../effects/sending.ts';
import { threadOf } from './session-thread.ts';

type Venue = Omit<Places, 'threadId'>;

/** Where somebody put its event by hand, else the group's voice channel. */
export async function venueOf(sending: Sending, group: Group, session: Session): Promise<Venue> {
  return (await venueByHand(sending, session)) ?? (await voiceOf(sending, group));
}

export async function placesOf(sending: Sending, group: Group, session: Session): Promise<Places> {
  const thread = await threadOf(sending, session);
  return { ...(await venueOf(sending, group, session)), ...(thread ? { threadId: thread.id } : {}) };
}

async function venueByHand({ db, guild }: Sending, { groupKey, planned }: Session): Promise<Venue | undefined> {
  const bound = (await eventsOfGroup(db, guild.id, groupKey)).find(event => event.planned === planned);
  const event = guild.scheduledEvents.cache.get(bound?.eventId ?? '');
  if (!bound || !event) return undefined;
  const { channelId: voiceId, entityMetadata } = event;
  if (voiceId) return isOurs(bound.set, 'place', `voice/${voiceId}`) ? undefined : { voiceId };
  const location = entityMetadata?.location;
  return !location || isOurs(bound.set, 'place', `at/${location}`) ? undefined : { location };
}

async function voiceOf({ db, guild }: Sending, { voice }: Group): Promise<Venue> {
  const binding = voice === undefined ? undefined : await findBinding(db, guild.id, channelBinding(voice));
  return binding?.state === 'bound' ? { voiceId: binding.discordId } : {};
}
