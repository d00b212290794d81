/** What a session is told of itself. */
import * as z from 'zod/mini';
import type { Published } from '../published.ts';
import { id, int, maybe, trace } from './parts.ts';

export const sessionSchemas = (spec: Published) => ({
  READY: z.object({
    v: int,
    user: z.extend(spec('UserResponseSchema'), {
      verified: z.boolean(),
      mfa_enabled: z.boolean(),
      email: z.nullish(z.string()),
      bio: maybe(z.string()),
    }),
    guilds: z.array(z.object({ id, unavailable: z.boolean() })),
    session_id: z.string(),
    session_type: maybe(z.string()),
    resume_gateway_url: z.string().check(z.url()),
    shard: maybe(z.array(int)),
    application: z.object({ id, flags: int }),
    private_channels: z.array(z.null()),
    presences: maybe(z.array(z.null())),
    relationships: maybe(z.array(z.null())),
    guild_join_requests: maybe(z.array(z.null())),
    geo_ordered_rtc_regions: maybe(z.array(z.string())),
    auth: maybe(z.object({})),
    user_settings: maybe(z.object({})),
    ...trace,
  }),
  RESUMED: z.object(trace),
  RATE_LIMITED: z.object({
    opcode: int,
    retry_after: z.number(),
    meta: z.object({ guild_id: maybe(id), nonce: maybe(z.string()) }),
  }),
  USER_UPDATE: z.extend(spec('UserResponseSchema'), {
    verified: maybe(z.boolean()),
    mfa_enabled: maybe(z.boolean()),
  }),
});
