/** Events of the coverage table: members. */
import { type Area, partial, supported } from '../entry.ts';

export const membersDispatches: Area = {
  name: 'Members',
  entries: [
    supported('GUILD_MEMBER_ADD', 'members', 'with rules to accept, newcomers are pending until they have'),
    supported('GUILD_MEMBER_UPDATE', 'gateway', 'members only with their intent, except changes to the bot itself'),
    supported(
      'GUILD_MEMBER_REMOVE',
      'member-events',
      'discord.js hears of a role that is gone and of a member who left',
    ),
    partial('GUILD_MEMBERS_CHUNK', 'presences of others', 'gateway-members', 'discord.js fetches them all'),
    partial(
      'VOICE_STATE_UPDATE',
      'a bot that speaks',
      'voice',
      'discord.js sees members come, go and mute themselves, and who was there before it came',
    ),
    supported('TYPING_START', 'message-changes', 'of a member reaches a bot with the intent, that of a bot the page'),
  ],
};
