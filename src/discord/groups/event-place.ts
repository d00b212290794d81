/** Where a group's events take place, and what keeps Cairn from making them there. */
import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { type EventPlace, voiceOf } from '../../domain/groups/event-look.ts';
import type { OrganiserProblem } from '../../domain/problem.ts';
import type { MirrorState } from '../../flows/groups/mirror-state.ts';
import { clipped } from '../../views/text.ts';
import { confirmed } from '../effects/second-look.ts';
import type { Sending } from '../effects/sending.ts';

export interface FoundPlace {
  readonly place: EventPlace;
  /** False where there can be no events at all. */
  readonly mayMake: boolean;
  /** Without Create Events, those that exist are sound where they are, and cannot be put anywhere else. */
  readonly mayMove: boolean;
  /** Why it is not the voice channel, or nothing. */
  readonly problem?: OrganiserProblem;
}

type Channels = Pick<MirrorState, 'voiceId' | 'channelId'>;

export async function findPlace(sending: Sending, channels: Channels): Promise<FoundPlace> {
  await confirmed(sending, () => placeOf(sending, channels).problem);
  return placeOf(sending, channels);
}

const inVoice = ['ViewChannel', 'Connect', 'CreateEvents'] as const;

/** Outside of voice channels Discord asks for a "location" in words, of at most 100 characters. */
function placeOf({ guild }: Sending, { voiceId, channelId }: Channels): FoundPlace {
  const { me } = guild.members;
  const [voice, channel] = [voiceId, channelId].map(id => (id === undefined ? id : guild.channels.cache.get(id)));
  const isVoice = voice?.type === ChannelType.GuildVoice;
  const lacking = isVoice && me ? inVoice.find(one => !voice.permissionsFor(me).has(one)) : undefined;
  if (isVoice && lacking === undefined) return { place: `voice/${voice.id}`, mayMake: true, mayMove: true };
  const place: EventPlace = `at/${clipped(channel ? `#${channel.name}` : guild.name, 100)}`;
  if (me && !me.permissions.has(PermissionFlagsBits.CreateEvents))
    return {
      place,
      mayMake: false,
      mayMove: false,
      problem: { kind: 'permission-missing', permission: 'CreateEvents' },
    };
  if (voice === undefined || lacking === undefined) return { place, mayMake: true, mayMove: true };
  return {
    place,
    mayMake: true,
    mayMove: lacking !== 'CreateEvents',
    problem: { kind: 'permission-missing', permission: lacking, channelId: voice.id },
  };
}

/** What to repair where Discord refuses something about an event that is there. */
export function lackAt({ guild }: Sending, place: EventPlace | undefined): OrganiserProblem {
  const { me } = guild.members;
  const channel = guild.channels.cache.get(voiceOf(place) ?? '');
  const lacking = channel && me ? inVoice.find(one => !channel.permissionsFor(me).has(one)) : undefined;
  const permission = lacking ?? 'CreateEvents';
  const isEverywhere = permission === 'CreateEvents' && me?.permissions.has(PermissionFlagsBits.CreateEvents) === false;
  return {
    kind: 'permission-missing',
    permission,
    ...(channel && !isEverywhere && { channelId: channel.id }),
  };
}
