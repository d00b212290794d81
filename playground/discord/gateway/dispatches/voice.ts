/** Voice: who is in which channel, and a channel's status. */

import { Intent } from '../../intents.ts';
import { voiceStateJson } from '../../serial/voice.ts';
import { type DispatchesOf, inGuild } from './dispatch.ts';

export const voiceDispatches: DispatchesOf<'voice-changed' | 'voice-status-changed'> = {
  'voice-changed': (world, { state }) => {
    const guild = world.guilds.get(state.guildId);
    if (guild === undefined) return undefined;
    const data = () => voiceStateJson(state, guild);
    return inGuild(world, 'VOICE_STATE_UPDATE', guild.id, data, Intent.guildVoiceStates);
  },
  'voice-status-changed': (world, { channel: { id, guildId, settings } }) =>
    guildId === undefined
      ? undefined
      : inGuild(world, 'VOICE_CHANNEL_STATUS_UPDATE', guildId, () => ({
          id,
          guild_id: guildId,
          status: settings.voiceStatus ?? null,
        })),
};
