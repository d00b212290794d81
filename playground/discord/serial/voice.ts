/** Voice states as the API gives them. */
import type { APIVoiceState } from 'discord-api-types/v10';
import type { VoiceStateRecord } from '../state/channels/voice-record.ts';
import type { GuildRecord, MemberRecord } from '../state/records.ts';
import { memberJson } from './user.ts';

export function voiceStateJson(state: VoiceStateRecord, guild: GuildRecord): APIVoiceState {
  const member = guild.members.get(state.userId);
  return {
    ...bareVoiceStateJson(state, member),
    guild_id: guild.id,
    ...(member !== undefined && { member: memberJson(member) }),
  };
}

/** As it stands in GUILD_CREATE. */
export function bareVoiceStateJson(state: VoiceStateRecord, member: MemberRecord | undefined): APIVoiceState {
  return {
    channel_id: state.channelId,
    user_id: state.userId,
    session_id: state.sessionId,
    deaf: member?.deaf ?? false,
    mute: member?.mute ?? false,
    self_deaf: state.selfDeaf,
    self_mute: state.selfMute,
    self_video: state.selfVideo,
    self_stream: false,
    suppress: state.suppress,
    request_to_speak_timestamp: state.askedToSpeakAt,
  } as APIVoiceState;
}
