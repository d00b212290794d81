/** Bodies that Discord's specification writes inside a route instead of naming them; the package leaves these out. */
import * as z from 'zod/mini';

const snowflake = z.string().check(z.regex(/^(0|[1-9][0-9]*)$/));

export const inlineBodies = {
  UpdateGuildMember: z.object({
    nick: z.nullish(z.string().check(z.maxLength(32))),
    roles: z.nullish(z.array(z.nullable(snowflake)).check(z.maxLength(350))),
    mute: z.nullish(z.boolean()),
    deaf: z.nullish(z.boolean()),
    channel_id: z.nullish(snowflake),
    communication_disabled_until: z.nullish(z.string()),
    flags: z.nullish(z.number()),
  }),
  UpdateMyGuildMember: z.object({
    nick: z.nullish(z.string().check(z.maxLength(32))),
    avatar: z.nullish(z.string()),
    banner: z.nullish(z.string()),
    bio: z.nullish(z.string().check(z.maxLength(190))),
  }),
  BulkDeleteMessages: z.object({ messages: z.array(snowflake).check(z.minLength(2), z.maxLength(100)) }),
  SetChannelPermissionOverwrite: z.object({
    type: z.nullish(z.literal([0, 1])),
    allow: z.nullish(z.number()),
    deny: z.nullish(z.number()),
  }),
  MoveGuildChannel: z.object({
    id: z.nullish(snowflake),
    position: z.nullish(z.number().check(z.minimum(0))),
    parent_id: z.nullish(snowflake),
    lock_permissions: z.nullish(z.boolean()),
  }),
  SetVoiceChannelStatus: z.object({ status: z.nullish(z.string().check(z.maxLength(500))) }),
};
