/** Events of the coverage table: channels and threads. */
import { type Area, partial, supported } from '../entry.ts';

export const channelsDispatches: Area = {
  name: 'Channels and threads',
  entries: [
    supported('CHANNEL_CREATE', 'channels', 'discord.js creates, changes and deletes a text channel in a category'),
    supported('CHANNEL_UPDATE', 'channels', 'discord.js creates, changes and deletes a text channel in a category'),
    supported('CHANNEL_DELETE', 'channels', 'discord.js creates, changes and deletes a text channel in a category'),
    supported('CHANNEL_PINS_UPDATE', 'pins', 'a bot hears of them behind the Guilds intent'),
    supported('VOICE_CHANNEL_STATUS_UPDATE', 'voice', 'the status of a voice channel is set by those who may'),
    supported(
      'INVITE_CREATE',
      'invites',
      'discord.js makes an invite with a role, somebody joins by it, and it is used up',
    ),
    supported(
      'INVITE_DELETE',
      'invites',
      'discord.js makes an invite with a role, somebody joins by it, and it is used up',
    ),
    partial(
      'STAGE_INSTANCE_CREATE',
      'only those that open with a scheduled event',
      'event-times',
      'a stage opens with its event and closes with it',
    ),
    partial(
      'STAGE_INSTANCE_DELETE',
      'only those that open with a scheduled event',
      'event-times',
      'a stage opens with its event and closes with it',
    ),
    supported('THREAD_CREATE', 'threads', 'of threads made, archived and deleted by members'),
    supported('THREAD_UPDATE', 'threads', 'of threads made, archived and deleted by members'),
    supported('THREAD_DELETE', 'threads', 'of threads made, archived and deleted by members'),
    supported('THREAD_LIST_SYNC', 'threads', 'a bot that is let into a channel gets its active threads'),
    supported('THREAD_MEMBERS_UPDATE', 'threads', 'with the members intent it hears of everybody once, and of itself'),
  ],
};
