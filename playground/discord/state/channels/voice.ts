/** Who is in which voice or stage channel. */
import { randomBytes } from 'node:crypto';
import { channelPermissions, has, Permission } from '../../permissions.ts';
import type { ChannelRecord, GuildRecord, MemberRecord } from '../records.ts';
import { guildHolding, type World } from '../world.ts';
import { channelTypes } from './channel-types.ts';
import type { VoiceStateRecord } from './voice-record.ts';

export type VoiceChange = Partial<
  Pick<VoiceStateRecord, 'selfMute' | 'selfDeaf' | 'selfVideo' | 'suppress' | 'askedToSpeakAt'>
>;

export function usersInVoice(world: World, channelId: string): readonly string[] {
  const guildId = world.channels.get(channelId)?.guildId;
  const guild = guildHolding(world, { guildId });
  return [...(guild?.voiceStates.values() ?? [])].flatMap(state => (state.channelId === channelId ? state.userId : []));
}

/** Free of permission checks; null takes the member out. */
export function moveToVoice(
  world: World,
  guild: GuildRecord,
  member: MemberRecord,
  channel: ChannelRecord | null,
): VoiceStateRecord | undefined {
  const known = guild.voiceStates.get(member.user.id);
  if (channel === null) {
    if (known === undefined) return undefined;
    guild.voiceStates.delete(member.user.id);
    // A value of its own: the event tells of nobody being anywhere.
    tell(world, { ...known, channelId: null, suppress: false, askedToSpeakAt: null });
    return undefined;
  }
  if (known?.channelId === channel.id) return known;
  const state: VoiceStateRecord = known ?? {
    userId: member.user.id,
    guildId: guild.id,
    sessionId: randomBytes(16).toString('hex'),
    channelId: channel.id,
    selfMute: false,
    selfDeaf: false,
    selfVideo: false,
    suppress: false,
    askedToSpeakAt: null,
  };
  state.channelId = channel.id;
  state.suppress = channel.type === channelTypes.stage && !moderatesStage(world, guild, member, channel);
  state.askedToSpeakAt = null;
  guild.voiceStates.set(member.user.id, state);
  tell(world, state);
  return state;
}

export function changeVoiceState(world: World, state: VoiceStateRecord, change: VoiceChange): void {
  Object.assign(state, change);
  tell(world, state);
}

function tell(world: World, state: VoiceStateRecord): void {
  world.bus.emit({ kind: 'voice-changed', state });
}

function moderatesStage(world: World, guild: GuildRecord, member: MemberRecord, channel: ChannelRecord): boolean {
  const needed = Permission.manageChannels | Permission.muteMembers | Permission.moveMembers;
  return has(channelPermissions(guild, member, channel, world.clock.millis()), needed);
}

/** Whoever leaves the guild, or whose channel is deleted, is in no channel any more. */
export function watchVoice(world: World): () => void {
  return world.bus.listen(event => {
    if (event.kind === 'member-left') {
      const guild = world.guilds.get(event.member.guildId);
      if (guild !== undefined) moveToVoice(world, guild, event.member, null);
    }
    if (event.kind === 'channel-deleted' && event.channel.guildId !== undefined) {
      const guild = world.guilds.get(event.channel.guildId);
      for (const state of [...(guild?.voiceStates.values() ?? [])]) {
        const member = guild?.members.get(state.userId);
        if (guild !== undefined && member !== undefined && state.channelId === event.channel.id)
          moveToVoice(world, guild, member, null);
      }
    }
  });
}
