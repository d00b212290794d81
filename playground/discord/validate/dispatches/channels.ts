/** Channels of guilds and threads in them. */
import * as z from 'zod/mini';
import { guildChannel } from '../guild-channel.ts';
import type { Published } from '../published.ts';
import { date, id, int, maybe } from './parts.ts';

export const channelSchemas = (spec: Published) => {
  const channel = guildChannel(spec);
  const thread = spec('ThreadResponseSchema');
  const threadMember = spec('ThreadMemberResponseSchema');
  return {
    CHANNEL_CREATE: channel,
    CHANNEL_UPDATE: channel,
    CHANNEL_DELETE: channel,
    CHANNEL_PINS_UPDATE: z.object({ guild_id: maybe(id), channel_id: id, last_pin_timestamp: z.nullish(date) }),
    VOICE_CHANNEL_STATUS_UPDATE: z.object({ id, guild_id: id, status: z.nullable(z.string()) }),
    THREAD_CREATE: z.extend(thread, { newly_created: maybe(z.boolean()) }),
    THREAD_UPDATE: thread,
    THREAD_DELETE: z.object({ id, guild_id: id, parent_id: id, type: z.literal([10, 11, 12]) }),
    THREAD_LIST_SYNC: z.object({
      guild_id: id,
      channel_ids: maybe(z.array(id)),
      threads: z.array(thread),
      members: z.array(threadMember),
    }),
    THREAD_MEMBERS_UPDATE: z.object({
      id,
      guild_id: id,
      member_count: int,
      added_members: maybe(z.array(z.extend(threadMember, { presence: z.nullish(z.unknown()) }))),
      removed_member_ids: maybe(z.array(id)),
    }),
  };
};
