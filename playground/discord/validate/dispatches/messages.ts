/** Messages and reactions to them. */
import * as z from 'zod/mini';
import type { Published } from '../published.ts';
import { bareMember, channelTypes, emoji, id, int, maybe } from './parts.ts';

export const messageSchemas = (spec: Published) => {
  const member = maybe(bareMember(spec));
  const message = z.extend(spec('MessageResponseSchema'), {
    guild_id: maybe(id),
    channel_type: maybe(channelTypes),
    member,
    mentions: z.array(z.extend(spec('UserResponseSchema'), { member })),
  });
  const reaction = { channel_id: id, message_id: id, guild_id: maybe(id), emoji };
  const one = { ...reaction, user_id: id, burst: z.boolean(), type: int };
  return {
    MESSAGE_CREATE: message,
    MESSAGE_UPDATE: message,
    MESSAGE_DELETE: z.object({ id, channel_id: id, guild_id: maybe(id) }),
    MESSAGE_DELETE_BULK: z.object({ ids: z.array(id), channel_id: id, guild_id: maybe(id) }),
    MESSAGE_REACTION_ADD: z.object({
      ...one,
      member: maybe(spec('GuildMemberResponseSchema')),
      message_author_id: maybe(id),
      burst_colors: maybe(z.array(z.string())),
    }),
    MESSAGE_REACTION_REMOVE: z.object(one),
    MESSAGE_REACTION_REMOVE_ALL: z.omit(z.object(reaction), { emoji: true }),
    MESSAGE_REACTION_REMOVE_EMOJI: z.object(reaction),
  };
};
