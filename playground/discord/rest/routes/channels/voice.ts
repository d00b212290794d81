/** Voice: where somebody is, stage speakers, and a channel's status. */
import { Refusal } from '../../../errors.ts';
import { channelPermissions, has, Permission } from '../../../permissions.ts';
import { voiceStateJson } from '../../../serial/voice.ts';
import { channelTypes, voiceTypes } from '../../../state/channels/channel-types.ts';
import { changeChannelStatus } from '../../../state/channels/channels.ts';
import { changeVoiceState } from '../../../state/channels/voice.ts';
import type { VoiceStateRecord } from '../../../state/channels/voice-record.ts';
import type { GuildRecord } from '../../../state/records.ts';
import { bot, inChannel, inGuild } from '../../access.ts';
import { type Call, done, ok, route } from '../../route.ts';

export const voiceRoutes = [
  route({
    method: 'GET',
    path: '/guilds/:guild/voice-states/@me',
    answers: 'VoiceStateResponseSchema',
    run: call => ok(stateJson(call, bot(call).bot.id)),
  }),
  route({
    method: 'GET',
    path: '/guilds/:guild/voice-states/:user',
    answers: 'VoiceStateResponseSchema',
    run: call => ok(stateJson(call, call.params.user ?? '')),
  }),
  // A bot's own voice state is not modelled: it can't connect.
  route<{ readonly channel_id?: string | null; readonly suppress?: boolean | null }>({
    method: 'PATCH',
    path: '/guilds/:guild/voice-states/:user',
    schema: 'UpdateVoiceStateRequestPartialSchema',
    run: call => {
      const { guild, me } = inGuild(call);
      const state = stateOf(guild, call.params.user ?? '');
      const channel = guild.channels.get(state.channelId ?? '');
      if (channel?.type !== channelTypes.stage) throw new Refusal('wrongChannelType');
      const permissions = channelPermissions(guild, me, channel, call.world.clock.millis());
      if (!has(permissions, Permission.muteMembers)) throw new Refusal('missingPermissions');
      if (call.body.suppress != null)
        changeVoiceState(call.world, state, { suppress: call.body.suppress, askedToSpeakAt: null });
      return done;
    },
  }),
  route<{ readonly status?: string | null }>({
    method: 'PUT',
    path: '/channels/:channel/voice-status',
    schema: 'SetVoiceChannelStatus',
    run: call => {
      const { channel, guild, me, needs } = inChannel(call);
      if (guild === undefined || !voiceTypes.has(channel.type)) throw new Refusal('wrongChannelType');
      needs(Permission.setVoiceChannelStatus);
      if (guild.voiceStates.get(me?.user.id ?? '')?.channelId !== channel.id) needs(Permission.manageChannels);
      changeChannelStatus(call.world, channel, call.body.status ?? null);
      return done;
    },
  }),
];

function stateOf(guild: GuildRecord, userId: string): VoiceStateRecord {
  const state = guild.voiceStates.get(userId);
  if (state === undefined) throw new Refusal('unknownVoiceState');
  return state;
}

function stateJson(call: Call<unknown>, userId: string): unknown {
  const { guild } = inGuild(call);
  return voiceStateJson(stateOf(guild, userId), guild);
}
