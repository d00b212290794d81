/** Which scheduled events a bot may see, make and change. */
import { invalid, Refusal } from '../../errors.ts';
import { channelPermissions, has, Permission } from '../../permissions.ts';
import { channelTypes } from '../../state/channels/channel-types.ts';
import type { ChannelRecord } from '../../state/records.ts';
import { seesEvent } from '../../state/scheduled-events/event-visibility.ts';
import type { ScheduledEventRecord } from '../../state/scheduled-events/scheduled-event-record.ts';
import { EventType, isFinished } from '../../state/scheduled-events/scheduled-events.ts';
import { type InGuild, inGuild } from '../access.ts';
import type { Call } from '../route.ts';

type Place = Pick<ScheduledEventRecord, 'type' | 'channelId'>;

/** What an event in a channel needs besides a permission for events. */
const needed: Readonly<Record<number, bigint>> = {
  [EventType.stage]: Permission.manageChannels | Permission.muteMembers | Permission.moveMembers,
  [EventType.voice]: Permission.viewChannel | Permission.connect,
};
const channelTypeOf: Readonly<Record<number, number>> = {
  [EventType.stage]: channelTypes.stage,
  [EventType.voice]: channelTypes.voice,
};

export interface InEvent extends InGuild {
  readonly event: ScheduledEventRecord;
}

/** One that the bot may see. */
export function inEvent(call: Call<unknown>): InEvent {
  const access = inGuild(call);
  const event = access.guild.scheduledEvents.get(call.params.event ?? '');
  if (event === undefined) throw new Refusal('unknownScheduledEvent');
  if (!seesEvent(access.guild, event, access.me.user.id)) throw new Refusal('missingAccess');
  return { ...access, event };
}

/** One that the bot may change, and that can still be changed. */
export function changingEvent(call: Call<unknown>): InEvent {
  const access = inEvent(call);
  mayHandle(call, access, access.event, access.event.creatorId);
  if (isFinished(access.event)) throw new Refusal('finishedEvent');
  return access;
}

/** Events of one's own need either permission, others' the one to manage; a new one the one to create. */
export function mayHandle(call: Call<unknown>, access: InGuild, place: Place, creatorId: string | null | 'new'): void {
  const now = call.world.clock.millis();
  const channel = place.channelId === null ? undefined : access.guild.channels.get(place.channelId);
  const permissions =
    channel === undefined ? access.permissions : channelPermissions(access.guild, access.me, channel, now);
  if (channel !== undefined && !has(permissions, Permission.viewChannel)) throw new Refusal('missingAccess');
  const creates = has(permissions, Permission.createEvents);
  const manages = has(permissions, Permission.manageEvents);
  const may = creatorId === 'new' ? creates : manages || (creates && creatorId === access.me.user.id);
  if (!may || !has(permissions, needed[place.type] ?? 0n)) throw new Refusal('missingPermissions');
}

/** The channel must exist and suit the type. */
export function checkPlace({ guild }: InGuild, { type, channelId }: Place): void {
  if (channelId === null) return;
  const channel: ChannelRecord | undefined = guild.channels.get(channelId);
  if (channel === undefined) throw new Refusal('unknownChannel');
  if (channel.type !== channelTypeOf[type])
    throw invalid('channel_id', 'CHANNEL_TYPE_INVALID', 'This channel does not suit the type of the event.');
}
