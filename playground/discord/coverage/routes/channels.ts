/** Routes of the coverage table: channels. */
import { type Area, partial, supported } from '../entry.ts';

export const channelsRoutes: Area = {
  name: 'Channels',
  entries: [
    supported('GET /guilds/:guild/channels', 'channels', 'the list of channels comes with their overwrites'),
    partial(
      'POST /guilds/:guild/channels',
      'directories; media channels, which bots cannot make on Discord either',
      'channels',
      'discord.js makes voice channels and forums, and finds their settings again',
    ),
    supported(
      'PATCH /guilds/:guild/channels',
      'channels',
      'a channel made in a category starts with its overwrites, and can be locked to another’s',
    ),
    supported('GET /channels/:channel', 'threads', 'deleted messages are counted among the sent ones only'),
    supported(
      'PATCH /channels/:channel',
      'channels',
      'discord.js creates, changes and deletes a text channel in a category',
    ),
    supported(
      'DELETE /channels/:channel',
      'channels',
      'discord.js creates, changes and deletes a text channel in a category',
    ),
    supported('PUT /channels/:channel/permissions/:overwrite', 'channels', 'one overwrite can be set and removed'),
    supported('DELETE /channels/:channel/permissions/:overwrite', 'channels', 'one overwrite can be set and removed'),
    supported('PUT /channels/:channel/voice-status', 'voice', 'the status of a voice channel is set by those who may'),
    partial(
      'GET /guilds/:guild/voice-states/@me',
      'a bot in a voice channel',
      'voice',
      'a bot that is in no voice channel has no voice state of its own',
    ),
    supported('GET /guilds/:guild/voice-states/:user', 'voice', 'a bot asks where somebody is'),
    supported(
      'PATCH /guilds/:guild/voice-states/:user',
      'voice',
      'in a stage a listener is suppressed until a bot with Mute Members lets her speak',
    ),
    partial(
      'POST /channels/:channel/invites',
      'invites to streams and activities',
      'invites',
      'discord.js makes an invite with a role, somebody joins by it, and it is used up',
    ),
    supported(
      'GET /channels/:channel/invites',
      'invites',
      'the same invite is given again unless a unique one is asked for',
    ),
    supported('GET /guilds/:guild/invites', 'invites', 'an invite ends by the clock, or when it is deleted'),
    supported(
      'GET /invites/:code',
      'invites',
      'discord.js makes an invite with a role, somebody joins by it, and it is used up',
    ),
    supported('DELETE /invites/:code', 'invites', 'an invite ends by the clock, or when it is deleted'),
  ],
};
