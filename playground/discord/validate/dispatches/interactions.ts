/** Interactions, of which Discord publishes no schema: built after its documentation. */
import * as z from 'zod/mini';
import type { Published } from '../published.ts';
import { bareMember, id, int, maybe } from './parts.ts';

export const interactionSchemas = (spec: Published, channel: z.ZodMiniType) => {
  const user = spec('UserResponseSchema');
  const message = spec('MessageResponseSchema');
  const permissions = { permissions: z.string() };
  const resolved = maybe(
    z.object({
      users: maybe(z.record(z.string(), user)),
      members: maybe(z.record(z.string(), z.extend(z.omit(bareMember(spec), { deaf: true, mute: true }), permissions))),
      roles: maybe(z.record(z.string(), spec('GuildRoleResponseSchema'))),
      channels: maybe(z.record(z.string(), channel)),
      messages: maybe(z.record(z.string(), message)),
      attachments: maybe(z.record(z.string(), spec('AttachmentResponseSchema'))),
    }),
  );
  const given: z.ZodMiniType = z.object({
    name: z.string(),
    type: z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
    value: maybe(z.union([z.string(), z.number(), z.boolean()])),
    focused: maybe(z.literal(true)),
    options: maybe(z.array(z.lazy(() => given))),
  });
  const command = z.object({
    id,
    name: z.string(),
    type: z.literal([1, 2, 3]),
    guild_id: maybe(id),
    target_id: maybe(id),
    options: maybe(z.array(given)),
    resolved,
  });
  const component = z.object({
    id: maybe(int),
    component_type: z.literal([2, 3, 5, 6, 7, 8]),
    custom_id: z.string(),
    values: maybe(z.array(z.string())),
    resolved,
  });
  const field: z.ZodMiniType = z.object({
    id: int,
    type: int,
    custom_id: maybe(z.string()),
    value: maybe(z.union([z.string(), z.boolean(), z.null()])),
    values: maybe(z.array(z.string())),
    component: maybe(z.lazy(() => field)),
    components: maybe(z.array(z.lazy(() => field))),
  });
  const modal = z.object({ custom_id: z.string(), components: z.array(field), resolved });
  const basics = {
    id,
    application_id: id,
    token: z.string(),
    version: z.literal(1),
    guild_id: maybe(id),
    guild: maybe(z.object({ id, locale: z.string(), features: z.array(z.string()) })),
    guild_locale: maybe(z.string()),
    channel_id: id,
    channel,
    member: maybe(z.extend(spec('GuildMemberResponseSchema'), permissions)),
    user: maybe(user),
    locale: z.string(),
    app_permissions: z.string(),
    entitlements: z.array(z.unknown()),
    entitlement_sku_ids: maybe(z.array(id)),
    authorizing_integration_owners: z.record(z.string(), id),
    context: z.literal([0, 1, 2]),
    attachment_size_limit: int,
  };
  return {
    INTERACTION_CREATE: z.union([
      z.object({ ...basics, type: z.literal([2, 4]), data: command }),
      z.object({ ...basics, type: z.literal(3), data: component, message }),
      z.object({ ...basics, type: z.literal(5), data: modal, message: maybe(message) }),
    ]),
  };
};
