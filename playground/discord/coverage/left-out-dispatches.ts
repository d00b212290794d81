/** Events that Discord documents and the local one never sends, by area, with the reason. */
import type { LeftOut } from './entry.ts';

export const leftOutDispatches: readonly LeftOut[] = [
  {
    name: 'What cannot happen here',
    why: 'Nothing in the local Discord changes these.',
    what: [
      'CHANNEL_INFO',
      'STAGE_INSTANCE_UPDATE',
      'WEBHOOKS_UPDATE',
      'GUILD_INTEGRATIONS_UPDATE',
      'INTEGRATION_CREATE',
      'INTEGRATION_UPDATE',
      'INTEGRATION_DELETE',
    ],
  },
  {
    name: 'Presences and a bot’s own thread settings',
    why: 'Members are simply there; a bot hears of its own joining and leaving by THREAD_CREATE and THREAD_MEMBERS_UPDATE.',
    what: ['PRESENCE_UPDATE', 'THREAD_MEMBER_UPDATE'],
  },
  {
    name: 'Emojis, stickers and sounds',
    why: 'Not modelled, as their routes.',
    what: [
      'GUILD_EMOJIS_UPDATE',
      'GUILD_STICKERS_UPDATE',
      'GUILD_SOUNDBOARD_SOUND_CREATE',
      'GUILD_SOUNDBOARD_SOUND_UPDATE',
      'GUILD_SOUNDBOARD_SOUND_DELETE',
      'GUILD_SOUNDBOARD_SOUNDS_UPDATE',
      'SOUNDBOARD_SOUNDS',
    ],
  },
  {
    name: 'Voice itself',
    why: 'Who is in a voice channel is told, what is spoken there is not carried.',
    what: ['VOICE_SERVER_UPDATE', 'VOICE_CHANNEL_EFFECT_SEND', 'VOICE_CHANNEL_START_TIME_UPDATE'],
  },
  {
    name: 'Polls, AutoMod and purchases',
    why: 'Not modelled, as their routes.',
    what: [
      'MESSAGE_POLL_VOTE_ADD',
      'MESSAGE_POLL_VOTE_REMOVE',
      'AUTO_MODERATION_RULE_CREATE',
      'AUTO_MODERATION_RULE_UPDATE',
      'AUTO_MODERATION_RULE_DELETE',
      'AUTO_MODERATION_ACTION_EXECUTION',
      'ENTITLEMENT_CREATE',
      'ENTITLEMENT_UPDATE',
      'ENTITLEMENT_DELETE',
      'SUBSCRIPTION_CREATE',
      'SUBSCRIPTION_UPDATE',
      'SUBSCRIPTION_DELETE',
    ],
  },
];
