/** Answers that Discord's specification writes inside a route instead of naming them. */
import * as z from 'zod/mini';
import { guildChannel } from './guild-channel.ts';
import type { Published } from './published.ts';

const count = z.number().check(z.minimum(0));

export const inlineAnswers = (spec: Published) => ({
  // Documented, and required by discord-api-types; the published schema lacks it.
  GuildWithCountsResponseSchema: z.extend(spec('GuildWithCountsResponseSchema'), { hub_type: z.nullish(z.int32()) }),
  GuildResponseSchema: z.extend(spec('GuildResponseSchema'), { hub_type: z.nullish(z.int32()) }),
  ChannelResponse: z.union([
    guildChannel(spec),
    spec('PrivateChannelResponseSchema'),
    spec('PrivateGroupChannelResponseSchema'),
    spec('ThreadResponseSchema'),
  ]),
  CreatedThreadResponse: z.extend(spec('CreatedThreadResponseSchema'), {
    message: z.optional(spec('MessageResponseSchema')),
  }),
  GuildChannelResponse: guildChannel(spec),
  RoleMemberCounts: z.record(z.string(), count),
  ScheduledEventResponse: z.union([
    spec('ExternalScheduledEventResponseSchema'),
    spec('StageScheduledEventResponseSchema'),
    spec('VoiceScheduledEventResponseSchema'),
  ]),
  WebhookResponse: z.union([
    spec('ApplicationIncomingWebhookResponseSchema'),
    spec('ChannelFollowerWebhookResponseSchema'),
    spec('GuildIncomingWebhookResponseSchema'),
  ]),
});
