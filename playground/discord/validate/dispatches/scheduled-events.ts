/** Guild scheduled events, and who is interested. */
import * as z from 'zod/mini';
import type { Published } from '../published.ts';
import { id, int, maybe } from './parts.ts';

export const scheduledEventSchemas = (spec: Published, event: z.ZodMiniType) => {
  const exception = z.extend(spec('GuildScheduledEventExceptionResponseSchema'), { guild_id: id });
  const interest = z.object({
    guild_scheduled_event_id: id,
    guild_scheduled_event_exception_id: z.nullish(id),
    user_id: id,
    guild_id: id,
    response: maybe(int),
  });
  return {
    GUILD_SCHEDULED_EVENT_CREATE: event,
    GUILD_SCHEDULED_EVENT_UPDATE: event,
    GUILD_SCHEDULED_EVENT_DELETE: event,
    GUILD_SCHEDULED_EVENT_USER_ADD: interest,
    GUILD_SCHEDULED_EVENT_USER_REMOVE: interest,
    GUILD_SCHEDULED_EVENT_EXCEPTION_CREATE: exception,
    GUILD_SCHEDULED_EVENT_EXCEPTION_UPDATE: exception,
    GUILD_SCHEDULED_EVENT_EXCEPTION_DELETE: exception,
  };
};
