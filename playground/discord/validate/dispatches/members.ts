/** Members, their presence and where they speak. */
import * as z from 'zod/mini';
import type { Published } from '../published.ts';
import { id, int, maybe } from './parts.ts';

export const memberSchemas = (spec: Published) => {
  const member = spec('GuildMemberResponseSchema');
  const inGuild = z.extend(member, { guild_id: id });
  const presence = z.object({
    user: z.union([z.object({ id }), spec('UserResponseSchema')]),
    guild_id: id,
    status: z.literal(['idle', 'dnd', 'online', 'offline']),
    activities: z.array(z.unknown()),
    client_status: z.record(z.string(), z.string()),
  });
  return {
    GUILD_MEMBER_ADD: inGuild,
    GUILD_MEMBER_UPDATE: inGuild,
    GUILD_MEMBER_REMOVE: z.object({ guild_id: id, user: spec('UserResponseSchema') }),
    GUILD_MEMBERS_CHUNK: z.object({
      guild_id: id,
      members: z.array(member),
      chunk_index: int,
      chunk_count: int,
      not_found: maybe(z.array(z.string())),
      presences: maybe(z.array(presence)),
      nonce: maybe(z.string()),
    }),
    VOICE_STATE_UPDATE: z.extend(spec('VoiceStateResponseSchema'), { guild_id: maybe(id) }),
    TYPING_START: z.object({
      channel_id: id,
      guild_id: maybe(id),
      user_id: id,
      timestamp: z.number(),
      member: maybe(member),
    }),
  };
};
