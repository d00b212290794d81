/** Members in voice and stage channels. */
import { has, Permission } from '../permissions.ts';
import { voiceTypes } from '../state/channels/channel-types.ts';
import { changeVoiceState, moveToVoice, usersInVoice } from '../state/channels/voice.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from '../state/records.ts';
import { channelOf, timestamp, type World } from '../state/world.ts';
import type { GuildVoice, MemberVoice } from '../surface/voice.ts';
import type { Context } from './context.ts';
import { mayIn, permissionsFor } from './view.ts';

export function memberVoice({ world }: Context, guild: GuildRecord, member: MemberRecord): MemberVoice {
  return {
    joinsVoice({ id }) {
      const channel = channelOf(world, id);
      if (!voiceTypes.has(channel.type)) throw new Error(`#${channel.name} is no voice channel`);
      if (!mayIn(world, member, channel, Permission.viewChannel | Permission.connect))
        throw new Error(`${member.user.name} may not connect to ${channel.name}`);
      if (isFull(world, guild, member, channel)) throw new Error(`${channel.name} is full`);
      moveToVoice(world, guild, member, channel);
    },
    leavesVoice: () => void moveToVoice(world, guild, member, null),
    setsVoice({ muted, deafened, asksToSpeak }) {
      const state = guild.voiceStates.get(member.user.id);
      if (state === undefined) throw new Error(`${member.user.name} is in no voice channel`);
      changeVoiceState(world, state, {
        ...(muted !== undefined && { selfMute: muted }),
        ...(deafened !== undefined && { selfDeaf: deafened }),
        ...(asksToSpeak !== undefined && { askedToSpeakAt: asksToSpeak ? timestamp(world) : null }),
      });
    },
  };
}

export function guildVoice({ world }: Context): GuildVoice {
  return { usersInVoice: ({ id }) => usersInVoice(world, id) };
}

/** Those who may move members find a place in a full channel. */
function isFull(world: World, guild: GuildRecord, member: MemberRecord, channel: ChannelRecord): boolean {
  const limit = channel.settings.userLimit ?? 0;
  if (limit === 0 || guild.voiceStates.get(member.user.id)?.channelId === channel.id) return false;
  if (has(permissionsFor(world, member, channel), Permission.moveMembers)) return false;
  return usersInVoice(world, channel.id).length >= limit;
}
