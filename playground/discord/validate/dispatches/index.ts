/** The schema of every dispatch the local Discord may send, by its name. One that stands nowhere here is a defect. */
import * as z from 'zod/mini';
import { guildChannel } from '../guild-channel.ts';
import { inlineAnswers } from '../inline-answers.ts';
import type { Published } from '../published.ts';
import { channelSchemas } from './channels.ts';
import { guildSchemas } from './guilds.ts';
import { interactionSchemas } from './interactions.ts';
import { memberSchemas } from './members.ts';
import { messageSchemas } from './messages.ts';
import { scheduledEventSchemas } from './scheduled-events.ts';
import { sessionSchemas } from './session.ts';

export function dispatchSchemas(spec: Published): Readonly<Record<string, z.ZodMiniType>> {
  const event = inlineAnswers(spec).ScheduledEventResponse;
  return {
    ...sessionSchemas(spec),
    ...guildSchemas(spec, guildChannel(spec), event),
    ...channelSchemas(spec),
    ...memberSchemas(spec),
    ...messageSchemas(spec),
    ...scheduledEventSchemas(spec, event),
    ...interactionSchemas(spec, channelOfInteraction(spec)),
  };
}

/** With the member's permissions in it, and in direct messages without their name. */
function channelOfInteraction(spec: Published): z.ZodMiniType {
  const shown = { permissions: z.optional(z.string()), app_permissions: z.optional(z.string()) };
  return z.union([
    z.extend(guildChannel(spec), shown),
    z.extend(spec('ThreadResponseSchema'), shown),
    z.extend(spec('PrivateChannelResponseSchema'), { name: z.nullish(z.string()) }),
  ]);
}
