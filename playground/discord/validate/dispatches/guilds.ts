/** Guilds, their roles and what else belongs to the whole of them. */
import * as z from 'zod/mini';
import type { Published } from '../published.ts';
import { date, id, int, maybe } from './parts.ts';

export const guildSchemas = (spec: Published, channel: z.ZodMiniType, event: z.ZodMiniType) => {
  const member = spec('GuildMemberResponseSchema');
  const role = spec('GuildRoleResponseSchema');
  return {
    GUILD_CREATE: z.extend(spec('GuildResponseSchema'), {
      joined_at: date,
      large: z.boolean(),
      unavailable: maybe(z.boolean()),
      member_count: int,
      members: z.array(member),
      channels: z.array(channel),
      threads: z.array(spec('ThreadResponseSchema')),
      voice_states: z.array(z.omit(spec('VoiceStateResponseSchema'), { guild_id: true })),
      presences: z.array(
        z.object({
          user: z.object({ id }),
          status: z.string(),
          activities: z.array(z.unknown()),
          client_status: z.unknown(),
        }),
      ),
      stage_instances: z.array(spec('StageInstanceResponseSchema')),
      guild_scheduled_events: z.array(event),
      soundboard_sounds: z.array(spec('SoundboardSoundResponseSchema')),
      icon_hash: z.nullish(z.string()),
      hub_type: z.nullish(int),
      version: maybe(int),
      application_command_counts: maybe(z.record(z.string(), int)),
    }),
    GUILD_UPDATE: z.extend(spec('GuildResponseSchema'), { icon_hash: z.nullish(z.string()), hub_type: z.nullish(int) }),
    GUILD_DELETE: z.object({ id, unavailable: maybe(z.boolean()) }),
    GUILD_ROLE_CREATE: z.object({ guild_id: id, role }),
    GUILD_ROLE_UPDATE: z.object({ guild_id: id, role }),
    GUILD_ROLE_DELETE: z.object({ guild_id: id, role_id: id }),
    GUILD_BAN_ADD: z.object({ guild_id: id, user: spec('UserResponseSchema') }),
    GUILD_BAN_REMOVE: z.object({ guild_id: id, user: spec('UserResponseSchema') }),
    GUILD_AUDIT_LOG_ENTRY_CREATE: z.extend(spec('AuditLogEntryResponseSchema'), { guild_id: id }),
    STAGE_INSTANCE_CREATE: spec('StageInstanceResponseSchema'),
    STAGE_INSTANCE_DELETE: spec('StageInstanceResponseSchema'),
    INVITE_CREATE: z.object({
      guild_id: id,
      channel_id: id,
      code: z.string(),
      type: z.literal(0),
      flags: int,
      expires_at: z.nullable(date),
      inviter: maybe(spec('UserResponseSchema')),
      uses: int,
      max_uses: int,
      max_age: int,
      temporary: z.boolean(),
      created_at: date,
    }),
    INVITE_DELETE: z.object({ channel_id: id, guild_id: maybe(id), code: z.string() }),
    APPLICATION_COMMAND_PERMISSIONS_UPDATE: spec('CommandPermissionsResponseSchema'),
  };
};
